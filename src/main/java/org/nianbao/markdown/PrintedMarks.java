package org.nianbao.markdown;

import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * Keeps the characters that begin code, HTML, entities and emphasis by underscores in Markdown, but are printed here. An
 * address in {@code < >} remains a link (CommonMark 0.31, 6.5).
 */
final class PrintedMarks implements InlineContentParserFactory, InlineContentParser {
    /** An address as it stands between angles. */
    static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\\s<>]*|[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+");

    @Override
    public Set<Character> getTriggerCharacters() {
        return Set.of('`', '<', '&', '_');
    }

    @Override
    public InlineContentParser create() {
        return this;
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        char mark = scanner.peek();
        scanner.next();
        Position behind = scanner.position();
        if (mark == '<' && scanner.find(PrintedMarks::endsAddress) > 0 && scanner.peek() == '>') {
            String between = scanner.getSource(behind, scanner.position()).getContent();
            if (ADDRESS.matcher(between).matches()) {
                return ParsedInline.none();
            }
        }
        return ParsedInline.of(new Text(String.valueOf(mark)), behind);
    }

    /** Whether no address goes on behind a character; so a text of many angles is not searched to its end at each. */
    private static boolean endsAddress(char character) {
        return character == '<' || character == '>' || Character.isWhitespace(character);
    }
}
