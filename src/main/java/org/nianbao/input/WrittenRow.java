package org.nianbao.input;

import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Source;
import org.nianbao.diagnostic.TextEdit;

/**
 * A line {@code key: {key: figure, …}} that was typed with marks of a Chinese keyboard, with other brackets or with blanks
 * that YAML does not know: finds the line that is meant. Only a line that can be read in no other way has one.
 */
record WrittenRow(SourceLine line) {
    private static final String BLANK = "[\\s\\p{Z}]";

    /** Indentation, key, colon, brackets with all between them, comment. */
    private static final Pattern ROW = Pattern.compile("( *(?:- +)?)([^\\s\\p{Z}：:#\"'{}\\[\\],|>，。；;=＝∶！？“”]{1,40})("
            + BLANK + "*(?:[：:;；=＝∶]|(?=[{｛]))" + BLANK + "*)([{｛\\[［(（【].*?)(" + BLANK + "+#.*|" + BLANK + "*)");

    private static final Map<String, String> HALF_WIDTH = Map.ofEntries(
            Map.entry("，", ","),
            Map.entry("、", ","),
            Map.entry("；", ","),
            Map.entry("：", ":"),
            Map.entry("｛", "{"),
            Map.entry("｝", "}"),
            Map.entry("【", "{"),
            Map.entry("】", "}"),
            Map.entry("［", "{"),
            Map.entry("］", "}"),
            Map.entry("（", "{"),
            Map.entry("）", "}"),
            Map.entry("[", "{"),
            Map.entry("]", "}"),
            Map.entry("(", "{"),
            Map.entry(")", "}"));

    /** Figures in brackets, perhaps in groups. */
    private static final Pattern FIGURES = inBraces("[0-9.]{1,24}|~");

    /** Any short values in braces. */
    private static final Pattern VALUES = inBraces("[^{}:,#\\s]{0,20}");

    private static final Pattern FORGOTTEN_COMMA = Pattern.compile("(?<=[0-9~])(?: |[.。] ?)(?=[^{}:,#\\s]{1,40}: )");

    private static Pattern inBraces(String value) {
        String item = "[^{}:,#\\s]{1,40}: (?:" + value + ")";
        String group = "[^{}:,#\\s]{1,40}: \\{(?:" + item + "(?:, " + item + ")*)?}";
        String either = "(?:" + item + "|" + group + ")";
        return Pattern.compile("\\{" + either + "(?:, " + either + ")*}");
    }

    /** What is meant by a value in brackets and the bracket that may be missing at its end. */
    private static Optional<String> meant(String value) {
        String half = Normalizer.normalize(value.replaceAll("[、；;]", ","), Normalizer.Form.NFKC);
        StringBuilder marks = new StringBuilder();
        half.chars().mapToObj(Character::toString).forEach(c -> marks.append(HALF_WIDTH.getOrDefault(c, c)));
        String spaced = marks.toString()
                .replaceFirst("^\\{\\{(.*)}}$", "{$1}")
                .replaceFirst("(?<=})[,.。]$", "")
                .replaceAll("[=∶]", ":")
                .replaceAll(BLANK + "*:" + BLANK + "*", ": ")
                .replaceAll(BLANK + "*," + BLANK + "*", ", ")
                .replaceAll("\\{" + BLANK + "+", "{")
                .replaceAll("(?:, |" + BLANK + ")+}", "}")
                .replaceAll(BLANK + "+", " ");
        String whole = FORGOTTEN_COMMA.matcher(spaced).replaceAll(", ").strip();
        return Optional.of(whole).filter(text -> meaning(value).matcher(text).matches());
    }

    /** The line as it is meant, without its indentation; empty if it is written so, or may mean something else. */
    Optional<TextEdit> edit() {
        Matcher row = ROW.matcher(line.text());
        if (!row.matches()) {
            return Optional.empty();
        }
        String value = row.group(4);
        Optional<String> meant = meant(value).or(() -> closed(value));
        String comment = row.group(5).replaceFirst("^" + BLANK + "+", " ").stripTrailing();
        return meant.map(braces -> row.group(2) + ": " + braces + comment)
                .filter(text -> !isYaml(row, value))
                .map(text -> new TextEdit(line.start() + row.end(1), line.end(), text));
    }

    /** The value with its last bracket, if the next line is one of its own. */
    private Optional<String> closed(String value) {
        SourceLine next = new SourceLine(line.source(), line.number() + 1);
        boolean isAlone = next.text().isBlank() || (next.isKey() && next.indent() <= line.indent());
        return isAlone ? meant(value + "}") : Optional.empty();
    }

    /** Whether YAML reads it as it is meant: with half-width marks, each of them in its place. */
    private static boolean isYaml(Matcher row, String value) {
        return row.group(3).matches(" *: +") && VALUES.matcher(yaml(value)).matches();
    }

    /** Braces are meant as such; other brackets may belong to words. */
    private static Pattern meaning(String value) {
        return "{｛".indexOf(value.charAt(0)) >= 0 ? VALUES : FIGURES;
    }

    /** A value whose blanks do not matter, with one behind each colon and comma. */
    private static String yaml(String value) {
        return value.replaceAll("(?<=[{,]) +| +(?=[:,}])", "")
                .replaceAll(", *", ", ")
                .replaceAll(": +", ": ");
    }

    /** What is wrong with the line of a value, if it is a row with other marks. */
    static Optional<Diagnostic> wrong(YamlNode item) {
        return new WrittenRow(SourceLine.at(item.source(), item.start())).diagnostic();
    }

    /** The diagnostic of a line that is not written as it is meant, at its first wrong mark. */
    Optional<Diagnostic> diagnostic() {
        return edit().map(meant -> at(wrong(meant.text()), meant));
    }

    private Diagnostic at(int wrong, TextEdit meant) {
        Source source = line.source();
        String mark = source.text().substring(wrong, Math.min(wrong + 1, line.end()));
        String half = HALF_WIDTH.getOrDefault(mark, "");
        String id;
        if (mark.equals("：")) {
            id = "full-width-colon";
        } else if (half.equals(",")) {
            id = "full-width-comma";
        } else if (!half.isEmpty()) {
            id = mark.charAt(0) < 0x80 ? "other-bracket" : "full-width-bracket";
        } else if (mark.matches("[\\p{Z}&&[^ ]]")) {
            id = "odd-blank";
        } else {
            id = wrong == line.end() ? "unclosed-bracket" : "not-as-row";
        }
        Object[] shown = {id.equals("odd-blank") ? SourceLine.code(mark.codePointAt(0)) : mark, half};
        return Diagnostic.error(id, source.between(wrong, wrong + 1), shown).instead(meant);
    }

    /** The offset of the first mark that YAML does not take for what it means. */
    private int wrong(String meant) {
        String text = line.source().text();
        int at = line.firstWord();
        for (int i = 0; at < line.end() && i < meant.length(); ) {
            char typed = text.charAt(at);
            if (typed == meant.charAt(i)) {
                at++;
                i++;
            } else if (typed == ' ') {
                at++;
            } else if (meant.charAt(i) == ' ') {
                i++;
            } else {
                return at;
            }
        }
        return at;
    }
}
