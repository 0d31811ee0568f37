package org.nianbao.blank;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.nianbao.form.Cell;

/** Writes text so that YAML reads the same characters back. */
public final class Yaml {
    /** Text without meaning to YAML, also between braces; any other text is quoted. */
    private static final Pattern PLAIN =
            Pattern.compile("[\\p{L}\\p{Nd}（《“〔][\\p{L}\\p{M}\\p{Nd}（）《》“”‘’〔〕、。，；：！？·—…_./()%+-]*");

    /** Characters that YAML does not allow, and unusual line breaks; they are escaped in quotes. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\uFEFF\\uFFFE\\uFFFF]");

    private static final Pattern UNSEEN_BELOW_A_BAR = Pattern.compile("(?![\\n\\t])" + UNSEEN);
    private static final Pattern LINE = Pattern.compile("(?m)^(?=[^\\n])");
    private static final Pattern BREAK = Pattern.compile("\\R");

    private Yaml() {}

    /** A key or a value on one line. */
    public static String scalar(String text) {
        return PLAIN.matcher(text).matches() ? text : quoted(text);
    }

    /** The content of a cell; several words are a list. */
    public static String cell(Cell cell) {
        if (cell.equals(Cell.BLANK)) {
            return "~";
        }
        return cell instanceof Cell.Words several ? words(several.words()) : scalar(cell.text());
    }

    /** A word, or a list of words. */
    public static String words(List<String> words) {
        return words.size() == 1
                ? scalar(words.get(0))
                : words.stream().map(Yaml::scalar).collect(Collectors.joining(", ", "[", "]"));
    }

    /** A mapping on one line. Its values are YAML already. */
    public static String mapping(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> scalar(value.getKey()) + ": " + value.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** The value of a key at the left margin: a scalar, or a literal block. */
    public static String prose(String text) {
        if (text.indexOf('\n') < 0) {
            return scalar(text);
        }
        boolean asTyped = !text.startsWith("\n")
                && !text.endsWith("\n\n")
                && !UNSEEN_BELOW_A_BAR.matcher(text).find();
        if (!asTyped) {
            return quoted(text);
        }
        String indentation = text.startsWith(" ") ? "2" : "";
        String end = text.endsWith("\n") ? "" : "-";
        return "|" + indentation + end + "\n"
                + LINE.matcher(text.stripTrailing()).replaceAll("  ");
    }

    /** The lines that are not blank. */
    public static List<String> lines(String text) {
        return BREAK.splitAsStream(text).filter(line -> !line.isBlank()).toList();
    }

    /** A comment, without the characters that YAML does not allow. */
    public static String comment(String words) {
        return "# " + UNSEEN.matcher(words.strip()).replaceAll("");
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(point -> {
            if (point == '"' || point == '\\') {
                quoted.append('\\').appendCodePoint(point);
            } else if (point == '\n') {
                quoted.append("\\n");
            } else if (UNSEEN.matcher(Character.toString(point)).matches()) {
                quoted.append(String.format("\\U%08x", point));
            } else {
                quoted.appendCodePoint(point);
            }
        });
        return quoted.append('"').toString();
    }
}
