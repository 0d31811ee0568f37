package org.nianbao.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.Source;
import org.nianbao.diagnostic.SourceSpan;
import org.nianbao.diagnostic.TextEdit;

/**
 * A line of an input near a syntax error.
 *
 * @param number from 1
 */
record SourceLine(Source source, int number) {
    /**
     * A key and a colon that does not end it: a full-width one, one without a space behind it, or another mark (or none)
     * before what can only be a value.
     */
    private static final Pattern WRONG_COLON =
            Pattern.compile("([ \u3000]*(?:- +)?)([^\\s：:#\"'{}\\[\\],|>，。；;=＝∶﹕︰！？“”]{1,20})[ \u3000]*"
                    + "(：|:(?=[^\\s/])|[∶﹕︰=＝;；](?=\\s*(?:[0-9０-９~]+|[|｜]|[{｛].*)\\s*$)|(?=[|｜]\\s*$))(.*)");

    private static final Pattern OPENS_PROSE = Pattern.compile(".*[:：]\\s*[|>｜][-+0-9]*\\s*");

    private static final Pattern KEY = Pattern.compile(" +[^\\s:，。；]+:(?: .*)?");
    private static final Pattern ANY_KEY = Pattern.compile(" *[^\\s:#，。；]+:(?: |$)");
    private static final Pattern KEY_WITH_VALUE = Pattern.compile(" *[^\\s:#，。；]+: +(?![|>])[^\\s#].*");
    private static final Pattern COMMENT_IN_PROSE = Pattern.compile("(?:[^\"'#:]+|[^\"'#]*[，。；、][^\"'#]*)\\s(#.*)");

    /** Blanks around a value, of all kinds. */
    private static final Pattern AROUND = Pattern.compile("^(?:[\\s\\p{Z}]|&nbsp;)+|(?:[\\s\\p{Z}]|&nbsp;)+$");

    /** Spaces by which a key is indented more than the one above it. */
    static final int STEP = 2;

    /** The line of an offset. */
    static SourceLine at(Source source, int offset) {
        return new SourceLine(source, source.lineAt(offset));
    }

    /** All lines of a source. */
    static Stream<SourceLine> all(Source source) {
        return IntStream.iterate(
                        1, line -> source.lineStart(line) < source.text().length(), line -> line + 1)
                .mapToObj(line -> new SourceLine(source, line));
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

    /** Whether it begins with a key and a half-width colon. */
    boolean isKey() {
        return ANY_KEY.matcher(text()).lookingAt();
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
     * The comment in front of which the prose above ended, although this line was to go on with it: a line of its own, below a
     * bar indented less than the prose, or the words behind a # in prose without a bar.
     */
    Optional<SourceSpan> commentThatEndsProse() {
        Optional<SourceLine> last = above().filter(above -> indent() > 0 && indent() >= above.indent());
        if (last.isEmpty()) {
            return Optional.empty();
        }
        SourceLine prose = last.get();
        boolean isOpener = OPENS_PROSE.matcher(prose.text()).matches();
        Matcher hash = COMMENT_IN_PROSE.matcher(prose.text());
        if (hash.matches() && !prose.isBelowBar()) {
            return Optional.of(source.between(prose.start() + hash.start(1), prose.end()));
        }
        return IntStream.range(prose.number + 1, number)
                .mapToObj(line -> new SourceLine(source, line))
                .filter(line -> !line.text().isBlank())
                .filter(line -> isOpener
                        ? line.indent() < indent()
                        : prose.isBelowBar() ? line.indent() < prose.indent() : !isKey())
                .map(line -> source.between(line.firstWord(), line.end()))
                .findFirst();
    }

    /** Whether it begins with a key whose value is in the same line. */
    boolean isKeyWithValue() {
        return KEY_WITH_VALUE.matcher(text()).matches();
    }

    /** The indentation that it should have if the line below is indented by {@code around}: below a key without value, more. */
    int indentBefore(int around) {
        boolean opens = above().filter(line -> line.indent() == around && !line.isKeyWithValue())
                .isPresent();
        return opens ? around + STEP : around;
    }

    /**
     * Whether it is a key with a value and is indented less than the lines around it: the one above is indented like those
     * below, or has no value yet.
     */
    boolean isOutdented(int around) {
        return indent() < around
                && isKeyWithValue()
                && above().filter(SourceLine::isKey)
                        .filter(line ->
                                line.indent() >= around || line.text().strip().endsWith(":"))
                        .isPresent();
    }

    /** The diagnostic of a line that should be indented as others. */
    Diagnostic indentedLike(int spaces, String id) {
        TextEdit meant = new TextEdit(start(), end(), " ".repeat(spaces) + text().strip());
        return Diagnostic.error(id, source.between(firstWord(), end()), indent(), spaces)
                .help(spaces == 0 ? Message.of("indent-none") : Message.of("indent-by", spaces))
                .edit(List.of(meant));
    }

    /**
     * The diagnostic of a line of prose that is not indented; the edit indents all such lines up to the next key.
     *
     * @param help the key of the help
     */
    Diagnostic notIndented(String help) {
        boolean blanks = text().startsWith("\u3000");
        List<TextEdit> edits = new ArrayList<>();
        for (int next = number; !isEnd(next); next++) {
            SourceLine line = new SourceLine(source, next);
            String words = AROUND.matcher(line.text()).replaceAll("");
            if (!words.isEmpty() && line.indent() == 0) {
                edits.add(new TextEdit(line.start(), line.end(), "  " + words));
            }
        }
        Diagnostic found = Diagnostic.error("not-indented", source.between(start(), end()))
                .help(Message.of(blanks ? "not-indented.blanks" : help));
        return help.equals("not-indented.colon") ? found : found.edit(edits);
    }

    /** Whether the prose ends in front of a line. */
    private boolean isEnd(int line) {
        String text = source.line(line);
        return source.lineStart(line) >= source.text().length()
                || (ANY_KEY.matcher(text).lookingAt() && !text.startsWith(" "))
                || text.startsWith("#");
    }

    /** Whether it is below a key that ends in a bar. */
    boolean isBelowBar() {
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
        List<Diagnostic> found = new ArrayList<>(colon().stream().toList());
        boolean isProse = isBelowBar();
        for (int next = number + 1; source.lineStart(next) < source.text().length(); next++) {
            SourceLine line = new SourceLine(source, next);
            if (line.indent() < indent() && !line.text().isBlank()) {
                isProse = OPENS_PROSE.matcher(line.text()).matches();
            } else if (line.indent() == indent() && !isProse) {
                line.colon().ifPresent(found::add);
            }
        }
        return found;
    }

    /** What is wrong with the marks of this line and of those of its level, if it is a row. */
    List<Diagnostic> wrongRows() {
        Optional<Diagnostic> row = new WrittenRow(this).diagnostic();
        return row.isPresent() ? List.of(row.get()) : colons();
    }

    private Optional<Diagnostic> colon() {
        Matcher matcher = WRONG_COLON.matcher(text());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<Diagnostic> row = new WrittenRow(this).diagnostic();
        if (row.isPresent()) {
            return row;
        }
        int mark = start() + matcher.start(3);
        Optional<Integer> blank = matcher.group(4)
                .codePoints()
                .limit(1)
                .boxed()
                .filter(SourceLine::isOddBlank)
                .findFirst();
        String id = blank.isPresent()
                ? "odd-blank"
                : Map.of("：", "full-width-colon", ":", "no-space-after-colon")
                        .getOrDefault(matcher.group(3), "missing-colon");
        String value = AROUND.matcher(matcher.group(4)).replaceAll("").replaceFirst("^｜", "|");
        int from = blank.isPresent() ? mark + 1 : mark;
        return Optional.of(Diagnostic.error(
                        id,
                        source.between(from, from + 1),
                        blank.map(SourceLine::code).orElse(""))
                .instead(new TextEdit(start() + matcher.end(1), end(), (matcher.group(2) + ": " + value).strip())));
    }

    /** Whether it is a blank that YAML takes for a letter, such as U+00A0 or U+3000. */
    private static boolean isOddBlank(int c) {
        return c != ' ' && c != '\t' && (Character.isSpaceChar(c) || Character.isWhitespace(c));
    }

    /** The code of a character, as U+00A0. */
    static String code(int c) {
        return String.format("U+%04X", c);
    }
}
