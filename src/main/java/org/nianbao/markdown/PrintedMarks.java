package org.nianbao.markdown;

import java.util.Set;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;

/** Keeps the characters that begin code, HTML, entities and emphasis by underscores in Markdown, but are printed here. */
final class PrintedMarks implements InlineContentParserFactory, InlineContentParser {
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
        Text mark = new Text(String.valueOf(state.scanner().peek()));
        state.scanner().next();
        return ParsedInline.of(mark, state.scanner().position());
    }
}
