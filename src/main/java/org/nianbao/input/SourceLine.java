package org.nianbao.input;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.Source;
import org.nianbao.diagnostic.SourceSpan;

/**
 * A line of an input near a syntax error.
 *
 * @param number from 1
 */
record SourceLine(Source source, int number) {
    /** A key and a colon that does not end it: a full-width one, or one without a space behind it. */
    private static final Pattern WRONG_COLON =
            Pattern.compile("([ \u3000]*(?:- +)?)([^\\s：:#\"'{}\\[\\],|>，。；！？“”]{1,20})[ \u3000]*(：|:(?=[^\\s/]))(.*)");

    private static final Pattern OPENS_PROSE = Pattern.compile(".*[:：]\\s*[|>｜][-+0-9]*\\s*");

    private static final Pattern KEY = Pattern.compile(" +[^\\s:，。；]+:(?: .*)?");
    private static final Pattern COMMENT_IN_PROSE = Pattern.compile("(?:[^\"'#:]+|[^\"'#]*[，。；、][^\"'#]*)\\s(#.*)");

    /** The limit of characters of a value in help. */
    private static final int SHOWN = 16;

    /** The line of an offset. */
    static SourceLine at(Source source, int offset) {
        return new SourceLine(source, source.lineAt(offset));
    }

    String text() {
        return source.line(number);
    }

    int start() {
        return source.lineStart(number);
    }

    int end() {
        return start() + text().length();
    }

    /** The offset behind the indentation. */
    int firstWord() {
        return start() + indent();
    }

    /** The number of leading spaces. */
    int indent() {
        return (int) text().chars().takeWhile(c -> c == ' ').count();
    }

    private boolean isBlank() {
        return text().isBlank() || text().strip().startsWith("#");
    }

    /** The last line above that is neither blank nor a comment. */
    Optional<SourceLine> above() {
        return linesAbove().findFirst();
    }

    private Stream<SourceLine> linesAbove() {
        return IntStream.iterate(number - 1, line -> line > 0, line -> line - 1)
                .mapToObj(line -> new SourceLine(source, line))
                .filter(line -> !line.isBlank());
    }

    /** Whether it belongs below a {@code key: |} and is not indented. */
    boolean isProseNotIndented() {
        return linesAbove()
                .filter(above -> above.indent() <= indent())
                .findFirst()
                .filter(above -> OPENS_PROSE.matcher(above.text()).matches())
                .isPresent();
    }

    /**
     * The comment in front of which the prose above ended, although this line was to go on with it: a line of its own, indented
     * less than the prose, or the words behind a # in prose without a bar.
     */
    Optional<SourceSpan> commentThatEndsProse() {
        Optional<SourceLine> last = above().filter(above -> indent() > 0 && indent() >= above.indent());
        if (last.isEmpty()) {
            return Optional.empty();
        }
        SourceLine prose = last.get();
        Matcher hash = COMMENT_IN_PROSE.matcher(prose.text());
        if (hash.matches() && !prose.isBelowBar()) {
            return Optional.of(source.between(prose.start() + hash.start(1), prose.end()));
        }
        return IntStream.range(prose.number + 1, number)
                .mapToObj(line -> new SourceLine(source, line))
                .filter(line -> !line.text().isBlank() && line.indent() < prose.indent() && prose.isBelowBar())
                .map(line -> source.between(line.firstWord(), line.end()))
                .findFirst();
    }

    private boolean isBelowBar() {
        return linesAbove()
                .filter(above -> above.indent() < indent())
                .findFirst()
                .filter(above -> OPENS_PROSE.matcher(above.text()).matches())
                .isPresent();
    }

    /** Whether it is a key with a wrong colon, and not prose, by what follows the colon. */
    boolean isKeyWithWrongColon() {
        Matcher matcher = WRONG_COLON.matcher(text());
        if (!matcher.matches()) {
            return false;
        }
        String value = matcher.group(4).strip();
        return value.isEmpty() ? KEY.matcher(source.line(number + 1)).matches() : "|｜{｛~".indexOf(value.charAt(0)) >= 0;
    }

    boolean hasWrongColon() {
        return WRONG_COLON.matcher(text()).matches();
    }

    /** The wrong colons of this line and of those below with its indentation; none if this line has none. */
    List<Diagnostic> colons() {
        if (!hasWrongColon()) {
            return List.of();
        }
        return IntStream.iterate(
                        number, line -> source.lineStart(line) < source.text().length(), line -> line + 1)
                .mapToObj(line -> new SourceLine(source, line))
                .filter(line -> line.indent() == indent())
                .flatMap(line -> line.colon().stream())
                .toList();
    }

    private Optional<Diagnostic> colon() {
        Matcher matcher = WRONG_COLON.matcher(text());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String id = matcher.group(3).equals("：") ? "full-width-colon" : "no-space-after-colon";
        String value = matcher.group(4).strip().replaceFirst("^｜", "|");
        String shown = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
        return Optional.of(Diagnostic.error(id, source.between(start() + matcher.start(3), start() + matcher.end(3)))
                .help(Message.of("write-instead", (matcher.group(2) + ": " + shown).strip())));
    }
}
