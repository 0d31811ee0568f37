package org.nianbao.input;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Source;
import org.nianbao.diagnostic.SourceSpan;
import org.nianbao.diagnostic.TextEdit;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Explains a YAML syntax error. SnakeYAML names the place where it could not go on, which is often lines below the
 * mistake; this class finds the mistake itself.
 */
final class SyntaxErrorExplainer {
    private static final Map<String, String> HALF_WIDTH =
            Map.of("，", ",", "：", ":", "｛", "{", "｝", "}", "［", "[", "］", "]");

    /** The first one that fits explains the error. */
    /** One that is no 32-bit number, or in which the file ends. */
    private static final Pattern UNREADABLE_ESCAPE =
            Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*+(\\\\(?:U[89A-Fa-f][0-9A-Fa-f]{7}|[xuU][0-9A-Fa-f]{0,7}\\z))");

    private static final List<Explanation> EXPLANATIONS = List.of(
            new Explanation("", "could not find expected ':'", SyntaxErrorExplainer::notAKey),
            new Explanation("", "mapping values are not allowed", SyntaxErrorExplainer::secondColon),
            new Explanation("", "found character", SyntaxErrorExplainer::badStart),
            new Explanation("", "expected <block end>", SyntaxErrorExplainer::blockGoesOn),
            new Explanation("", "expected '<document start>'", SyntaxErrorExplainer::blockGoesOn),
            new Explanation("while parsing a flow", "", SyntaxErrorExplainer::bracketGoesOn),
            new Explanation("while scanning a simple key", "", SyntaxErrorExplainer::bracketGoesOn),
            new Explanation("", "expected the node content", SyntaxErrorExplainer::strayBracket),
            new Explanation("", "sequence entries are not allowed", SyntaxErrorExplainer::listHere),
            new Explanation("", "mapping keys are not allowed", SyntaxErrorExplainer::badStart),
            new Explanation("", "found unexpected end of stream", SyntaxErrorExplainer::unclosedQuote),
            new Explanation("", "found unexpected document separator", SyntaxErrorExplainer::unclosedQuote),
            new Explanation("while scanning a double-quoted scalar", "", SyntaxErrorExplainer::badEscape),
            new Explanation("while scanning a block scalar", "", e -> e.restOfLine("text-after-bar")),
            new Explanation("while scanning an", "", e -> e.specialStart(e.from, 1)),
            new Explanation("while scanning a tag", "", e -> e.specialStart(e.from, 1)),
            new Explanation("", "", SyntaxErrorExplainer::directiveOrOther));

    private final Source source;
    private final String text;

    /** What SnakeYAML was parsing, and what was wrong, in its words. */
    private final String context;

    private final String problem;

    /** The UTF-16 offsets where that began and where the problem is. */
    private final int from;

    private final int at;

    SyntaxErrorExplainer(Source source, MarkedYAMLException e) {
        this.source = source;
        this.text = source.text();
        this.context = Optional.ofNullable(e.getContext()).orElse("");
        this.problem = Optional.ofNullable(e.getProblem()).orElse("");
        this.at = offset(e.getProblemMark(), 0);
        this.from = offset(e.getContextMark(), at);
    }

    private int offset(@Nullable Mark mark, int otherwise) {
        return mark == null ? otherwise : source.offset(mark.getIndex());
    }

    /** The error in an escape whose number SnakeYAML fails to read. */
    static Diagnostic escape(Source source) {
        Matcher escape = UNREADABLE_ESCAPE.matcher(source.text());
        return Diagnostic.error(
                "escape", escape.find() ? source.between(escape.start(1), escape.end(1)) : source.top());
    }

    /** Explains the errors whose context and problem start with these words of SnakeYAML. */
    private record Explanation(
            String context, String problem, Function<SyntaxErrorExplainer, List<Diagnostic>> diagnostics) {}

    /** The diagnostics of the error, at least one. */
    List<Diagnostic> diagnostics() {
        Optional<SourceSpan> comment = SourceLine.at(source, at).commentThatEndsProse();
        if (comment.isPresent()) {
            return List.of(Diagnostic.error("comment-ends-prose", comment.get()));
        }
        List<Diagnostic> rows = rows();
        if (!rows.isEmpty()) {
            return rows;
        }
        return EXPLANATIONS.stream()
                .filter(known -> context.startsWith(known.context()) && problem.startsWith(known.problem()))
                .findFirst()
                .orElseThrow()
                .diagnostics()
                .apply(this);
    }

    /** All rows of the file that are not written as they are meant, if the error is in one of them. */
    private List<Diagnostic> rows() {
        boolean inRow = Stream.of(from, at)
                .map(offset -> SourceLine.at(source, offset))
                .anyMatch(line -> new WrittenRow(line).edit().isPresent());
        return inRow
                ? SourceLine.all(source)
                        .filter(line -> !line.isBelowBar())
                        .flatMap(line -> new WrittenRow(line).diagnostic().stream())
                        .toList()
                : List.of();
    }

    private List<Diagnostic> notAKey() {
        if (isQuote(character(from))) {
            return unclosedQuote();
        }
        if (character(from) == '{' || character(from) == '[') {
            return bracketGoesOn();
        }
        SourceLine line = SourceLine.at(source, from);
        if (line.isProseNotIndented() && !line.isKeyWithWrongColon()) {
            return List.of(
                    line.hasWrongColon()
                            ? line.notIndented("not-indented.colon")
                            : line.notIndented("not-indented.help"));
        }
        List<Diagnostic> colons = line.colons();
        String id = line.text().contains("。") ? "prose-without-bar" : "missing-colon";
        return colons.isEmpty() ? error(id, from, at) : colons;
    }

    /** A colon behind a value, or in a line that continues the value of the line above. */
    private List<Diagnostic> secondColon() {
        SourceLine line = SourceLine.at(source, at);
        Optional<SourceLine> above = line.above();
        if (text.substring(line.start(), at).contains(": ") || above.isEmpty()) {
            return error("two-colons", at, at + 1);
        }
        SourceLine first = above.get();
        while (first.above().filter(SourceLine::hasWrongColon).isPresent()) {
            first = first.above().get();
        }
        if (first.hasWrongColon()) {
            return first.colons();
        }
        if (above.get().isOutdented(line.indent())) {
            return indentation(line);
        }
        if (above.get().text().matches(".*[。；，].*")) {
            return error("prose-without-bar", above.get().firstWord(), at);
        }
        return above.get().indent() < line.indent()
                ? indentation(line)
                : error("missing-colon", above.get().firstWord(), at);
    }

    private List<Diagnostic> badStart() {
        return character(at) == '\t' ? tab() : specialStart(at, 1);
    }

    /** A tab; at the start of a row whose level is plain, the row with the indentation of that level. */
    private List<Diagnostic> tab() {
        SourceLine line = SourceLine.at(source, at);
        Optional<SourceLine> above = line.above().filter(SourceLine::isKeyWithValue);
        boolean isRow = text.substring(line.start(), at).isBlank()
                && line.text().strip().matches("[^\\s:#，。；]+:( .*)?");
        SourceLine below = new SourceLine(source, line.number() + 1);
        return above.map(SourceLine::indent)
                .filter(indent -> isRow && indent > 0 && (indent <= SourceLine.STEP || below.indent() == indent))
                .map(indent -> List.of(line.indentedLike(indent, "tab")))
                .orElseGet(() -> error("tab", at, at + 1));
    }

    private List<Diagnostic> blockGoesOn() {
        SourceLine line = SourceLine.at(source, at);
        int last = at - 1;
        while (last >= 0 && Character.isWhitespace(text.charAt(last))) {
            last--;
        }
        if (problem.endsWith("'-'") || problem.contains("<block sequence start>")) {
            return listHere();
        }
        if (isCloser(character(at)) || character(at) == ',') {
            return strayBracket();
        }
        if (last >= line.start() && isQuote(character(last))) {
            int open = text.lastIndexOf(character(last), last - 1);
            int lone = open < 0 ? last : open;
            return open < line.start() ? error("unclosed-quote", lone, lone + 1) : restOfLine("text-after-quote");
        }
        if (last >= line.start() && isCloser(character(last))) {
            int open = line.text().indexOf("{{");
            return open >= 0 ? specialStart(line.start() + open, 2) : restOfLine("text-after-bracket");
        }
        return indentation(line);
    }

    /** A bracket that is not closed, or values in brackets without a comma between them. */
    private List<Diagnostic> bracketGoesOn() {
        int open = openBracket();
        int lineEnd = SourceLine.at(source, open).end();
        for (int i = open; i < Math.min(lineEnd, Math.max(at, open) + 1); i++) {
            String half = HALF_WIDTH.get(text.substring(i, i + 1));
            if (half != null) {
                String id = half.equals(",")
                        ? "full-width-comma"
                        : half.equals(":") ? "full-width-colon" : "full-width-bracket";
                return error(id, i, i + 1, text.substring(i, i + 1), half);
            }
        }
        if (at >= lineEnd) {
            return error("unclosed-bracket", open, open + 1);
        }
        int last = at - 1;
        while (last > open && text.charAt(last) == ' ') {
            last--;
        }
        return error(isQuote(character(last)) ? "text-after-quote" : "missing-comma", at, at + 1);
    }

    /** The last bracket that is open at the problem. */
    private int openBracket() {
        int closed = 0;
        for (int i = Math.min(at, text.length()) - 1; i >= 0; i--) {
            char c = text.charAt(i);
            closed += isCloser(c) ? 1 : 0;
            if (c == '{' || c == '[') {
                if (closed == 0) {
                    return i;
                }
                closed--;
            }
        }
        return from;
    }

    private List<Diagnostic> strayBracket() {
        return error("stray-bracket", at, at + 1, text.substring(at, Math.min(at + 1, text.length())));
    }

    private List<Diagnostic> listHere() {
        SourceLine line = SourceLine.at(source, at);
        if (line.text().strip().endsWith(": -")) {
            return error("lone-dash", at, at + 1);
        }
        Diagnostic found = Diagnostic.error("list-here", source.between(at, at + 1));
        String row = text.substring(at, line.end());
        return List.of(
                at == line.firstWord() && row.matches("- +[^\\s:#，。；]+: .*")
                        ? found.instead(
                                new TextEdit(at, line.end(), row.substring(1).strip()))
                        : found);
    }

    private List<Diagnostic> unclosedQuote() {
        return error("unclosed-quote", from, from + 1);
    }

    private List<Diagnostic> badEscape() {
        return error("escape", text.lastIndexOf('\\', at), at + 1);
    }

    private List<Diagnostic> directiveOrOther() {
        return (context + problem).matches("(?s).*(directive|tag handle).*")
                ? specialStart(SourceLine.at(source, from).firstWord(), 1)
                : error("not-yaml", at, at + 1, problem);
    }

    private List<Diagnostic> indentation(SourceLine line) {
        SourceLine above = line.above().orElse(line);
        if (above.isOutdented(line.indent())) {
            return List.of(above.indentedLike(above.indentBefore(line.indent()), "outdented"));
        }
        if (above.indent() < line.indent() && above.isKeyWithValue() && line.isKey()) {
            return List.of(line.indentedLike(above.indent(), "indentation"));
        }
        return error("indentation", line.firstWord(), line.end(), line.indent(), above.indent());
    }

    private List<Diagnostic> specialStart(int offset, int length) {
        int end = Math.min(offset + length, text.length());
        return error("special-start", offset, end, text.substring(offset, end));
    }

    private List<Diagnostic> restOfLine(String id) {
        return error(id, at, SourceLine.at(source, at).end());
    }

    private List<Diagnostic> error(String id, int start, int end, Object... arguments) {
        return List.of(Diagnostic.error(id, source.between(start, Math.max(start + 1, end)), arguments));
    }

    private char character(int offset) {
        return offset >= 0 && offset < text.length() ? text.charAt(offset) : '\0';
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    private static boolean isCloser(char c) {
        return c == '}' || c == ']';
    }
}
