package org.nianbao.input;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Source;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * The slip of the pen that keeps a file from being YAML. SnakeYAML says where it could not go on, which is often lines
 * below the slip; here the slip is looked for, and told where it is, in words of our own.
 */
final class SyntaxErrorExplainer {
    private static final Map<String, String> FULL_WIDTH =
            Map.of("，", ",", "：", ":", "｛", "{", "｝", "}", "［", "[", "］", "]");

    private final Source source;
    private final String text;

    /** What SnakeYAML was reading, and what it then says. */
    private final String context;

    private final String sentence;

    /** Where that began, and where it could not go on; UTF-16 offsets. */
    private final int from;

    private final int at;

    SyntaxErrorExplainer(Source source, MarkedYAMLException e) {
        this.source = source;
        this.text = source.text();
        this.context = Optional.ofNullable(e.getContext()).orElse("");
        this.sentence = Optional.ofNullable(e.getProblem()).orElse("");
        this.at = offset(e.getProblemMark(), 0);
        this.from = offset(e.getContextMark(), at);
    }

    private int offset(@Nullable Mark mark, int otherwise) {
        return mark == null ? otherwise : source.offset(mark.getIndex());
    }

    /** At least one. */
    List<Diagnostic> diagnostics() {
        if (sentence.startsWith("could not find expected ':'")) {
            return notAKey();
        }
        if (sentence.startsWith("mapping values are not allowed")) {
            return secondColon();
        }
        return List.of(diagnostic());
    }

    private Diagnostic diagnostic() {
        if (sentence.startsWith("found character")) {
            return character(at) == '\t' ? tab() : specialStart(at, 1);
        }
        if (sentence.startsWith("expected <block end>") || sentence.startsWith("expected '<document start>'")) {
            return blockGoesOn();
        }
        if (context.startsWith("while parsing a flow") || context.startsWith("while scanning a simple key")) {
            return bracketGoesOn();
        }
        if (sentence.startsWith("expected the node content")) {
            return stray();
        }
        if (sentence.startsWith("sequence entries are not allowed")) {
            SourceLine line = SourceLine.at(source, at);
            return told(line.text().strip().endsWith(": -") ? "lone-dash" : "list-here", at, at + 1);
        }
        if (sentence.startsWith("mapping keys are not allowed")) {
            return specialStart(at, 1);
        }
        return scalar();
    }

    /** What went wrong inside quotes, behind a bar, or behind a character with a meaning. */
    private Diagnostic scalar() {
        if (sentence.startsWith("found unexpected end of stream")
                || sentence.startsWith("found unexpected document separator")) {
            return told("unclosed-quote", from, from + 1);
        }
        if (context.startsWith("while scanning a double-quoted scalar")) {
            return told("escape", text.lastIndexOf('\\', at), at + 1);
        }
        if (context.startsWith("while scanning a block scalar")) {
            return told(
                    "text-after-bar",
                    at,
                    SourceLine.at(source, at).start()
                            + SourceLine.at(source, at).text().length());
        }
        if (context.startsWith("while scanning an") || context.startsWith("while scanning a tag")) {
            return specialStart(from, 1);
        }
        if (context.contains("directive") || sentence.contains("directive") || sentence.contains("tag handle")) {
            return specialStart(
                    SourceLine.at(source, from).start()
                            + SourceLine.at(source, from).indent(),
                    1);
        }
        return Diagnostic.error("not-yaml", source.between(at, at + 1), sentence);
    }

    private List<Diagnostic> notAKey() {
        SourceLine line = SourceLine.at(source, from);
        if (character(from) == '"' || character(from) == '\'') {
            return List.of(told("unclosed-quote", from, from + 1));
        }
        if (character(from) == '{' || character(from) == '[') {
            return List.of(bracketGoesOn());
        }
        if (line.isProseNotIndented()) {
            return List.of(told("not-indented", from, at));
        }
        List<Diagnostic> colons = line.colons();
        String id = line.text().contains("。") ? "prose-without-bar" : "missing-colon";
        return colons.isEmpty() ? List.of(told(id, from, at)) : colons;
    }

    /** A colon where none can be: behind a value, or in a line that goes on with the value of the line above. */
    private List<Diagnostic> secondColon() {
        SourceLine line = SourceLine.at(source, at);
        String before = text.substring(line.start(), at);
        Optional<SourceLine> above = line.above();
        if (before.contains(": ") || above.isEmpty()) {
            return List.of(told("two-colons", at, at + 1));
        }
        SourceLine first = above.get();
        while (first.above().filter(SourceLine::hasWrongColon).isPresent()) {
            first = first.above().get();
        }
        if (first.hasWrongColon()) {
            return first.colons();
        }
        int start = above.get().start() + above.get().indent();
        if (above.get().text().matches(".*[。；，].*")) {
            return List.of(told("prose-without-bar", start, at));
        }
        return above.get().indent() < line.indent()
                ? List.of(indentation(line))
                : List.of(told("missing-colon", start, at));
    }

    private Diagnostic blockGoesOn() {
        int last = at - 1;
        while (last >= 0 && Character.isWhitespace(text.charAt(last))) {
            last--;
        }
        SourceLine line = SourceLine.at(source, at);
        boolean sameLine = last >= line.start();
        if (sentence.endsWith("'-'") || sentence.contains("<block sequence start>")) {
            return told("list-here", at, at + 1);
        }
        if (character(at) == '}' || character(at) == ']' || character(at) == ',') {
            return stray();
        }
        if (sameLine && (character(last) == '"' || character(last) == '\'')) {
            int open = text.lastIndexOf(character(last), last - 1);
            return open < line.start()
                    ? told("unclosed-quote", open, open + 1)
                    : told("text-after-quote", at, line.start() + line.text().length());
        }
        if (sameLine && (character(last) == '}' || character(last) == ']')) {
            int open = line.text().indexOf("{{");
            return open >= 0
                    ? specialStart(line.start() + open, 2)
                    : told("text-after-bracket", at, line.start() + line.text().length());
        }
        return indentation(line);
    }

    /** A bracket that is not closed, or something between brackets that is not parted by commas. */
    private Diagnostic bracketGoesOn() {
        int open = opener();
        SourceLine line = SourceLine.at(source, open);
        int lineEnd = line.start() + line.text().length();
        for (int i = open; i < Math.min(lineEnd, Math.max(at, open) + 1); i++) {
            String c = text.substring(i, i + 1);
            if (FULL_WIDTH.containsKey(c)) {
                return fullWidth(i);
            }
        }
        if (at >= lineEnd) {
            return told("unclosed-bracket", open, open + 1);
        }
        int last = at - 1;
        while (last > open && text.charAt(last) == ' ') {
            last--;
        }
        return character(last) == '"' || character(last) == '\''
                ? told("text-after-quote", at, at + 1)
                : told("missing-comma", at, at + 1);
    }

    /** The last bracket before the end that is still open there. */
    private int opener() {
        int closed = 0;
        for (int i = Math.min(at, text.length()) - 1; i >= 0; i--) {
            char c = text.charAt(i);
            closed += c == '}' || c == ']' ? 1 : 0;
            if (c == '{' || c == '[') {
                if (closed == 0) {
                    return i;
                }
                closed--;
            }
        }
        return from;
    }

    private Diagnostic stray() {
        return told("stray-bracket", at, at + 1, text.substring(at, Math.min(at + 1, text.length())));
    }

    private Diagnostic fullWidth(int offset) {
        String c = text.substring(offset, offset + 1);
        String id = c.equals("，") ? "full-width-comma" : c.equals("：") ? "full-width-colon" : "full-width-bracket";
        return told(
                id,
                offset,
                offset + 1,
                c,
                Optional.ofNullable(FULL_WIDTH.get(c)).orElse(c));
    }

    private Diagnostic tab() {
        return told("tab", at, at + 1);
    }

    private Diagnostic indentation(SourceLine line) {
        int start = line.start() + line.indent();
        int above = line.above().map(SourceLine::indent).orElse(0);
        return Diagnostic.error(
                "indentation", source.between(start, line.start() + line.text().length()), line.indent(), above);
    }

    private Diagnostic specialStart(int offset, int length) {
        int end = Math.min(offset + length, text.length());
        return told("special-start", offset, end, text.substring(offset, end));
    }

    private Diagnostic told(String id, int start, int end, Object... arguments) {
        return Diagnostic.error(id, source.between(start, Math.max(start + 1, end)), arguments);
    }

    private char character(int offset) {
        return offset >= 0 && offset < text.length() ? text.charAt(offset) : '\0';
    }
}
