package org.nianbao.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.nianbao.blank.Yaml;
import org.nianbao.input.InputTree;
import org.nianbao.input.InputTree.Notation;

/** Changes the paragraphs of a section in the text of an input. Paragraphs that stay keep their bytes. */
final class ProseEdit {
    /** Blanks before a paragraph would be taken for indentation. */
    private static final Pattern BLANKS = Pattern.compile("^[ \\t]+|[ \\t]+$");

    private final String text;
    private final InputTree.Entry entry;

    private ProseEdit(String text, InputTree.Entry entry) {
        this.text = text;
        this.entry = entry;
    }

    /** The change of a section's value to these paragraphs. */
    static TextChange of(String text, InputTree.Entry entry, List<String> paragraphs) {
        List<String> clean = clean(paragraphs);
        ProseEdit edit = new ProseEdit(text, entry);
        return entry.style() == Notation.LITERAL ? edit.below(clean) : edit.instead(clean);
    }

    /**
     * The value of a text that is not there yet.
     *
     * @param indent the blanks before its key
     */
    static String written(List<String> paragraphs, String indent) {
        List<String> clean = clean(paragraphs);
        String margin = "\n  " + indent;
        return clean.isEmpty() ? "" : " |" + margin + String.join(margin, clean);
    }

    /** Lines that are not blank, without the characters that end a line for YAML alone. */
    private static List<String> clean(List<String> paragraphs) {
        return paragraphs.stream()
                .flatMap(paragraph -> Yaml.lines(paragraph).stream())
                .map(line -> BLANKS.matcher(line).replaceAll(""))
                .toList();
    }

    /** Another value in place of a word, or of nothing. A comment behind it stays behind the bar. */
    private TextChange instead(List<String> paragraphs) {
        int end = Math.max(entry.start(), contentEnd(entry.start(), entry.end()));
        boolean blankBefore = entry.start() > 0 && text.charAt(entry.start() - 1) == ' ';
        int start = blankBefore ? entry.start() - 1 : entry.start();
        boolean isOneWord = paragraphs.size() == 1 && !entry.isMissing() && entry.style() != Notation.FOLDED;
        if (isInBraces() || isOneWord) {
            String word = paragraphs.isEmpty() ? "" : " " + Yaml.scalar(String.join("\n", paragraphs));
            return new TextChange(start, end, word);
        }
        int lineEnd = text.indexOf('\n', end);
        String behind = text.substring(end, lineEnd < 0 ? text.length() : lineEnd);
        String written = written(paragraphs, keyIndent());
        return paragraphs.isEmpty() || behind.isBlank()
                ? new TextChange(start, end, written)
                : new TextChange(start, end + behind.length(), " |" + behind + written.substring(2));
    }

    /** What is before its key in the same line; the dash of a member of a list is as good as a blank. */
    private String keyIndent() {
        return text.substring(text.lastIndexOf('\n', entry.keyStart()) + 1, entry.keyStart())
                .replace('-', ' ');
    }

    /** Whether its key is behind something in the same line, as between braces: no bar is allowed there. */
    private boolean isInBraces() {
        return !keyIndent().isBlank();
    }

    /** A line below a bar: from where to where, its line break excluded. */
    private record ParagraphLine(int start, int end) {}

    private TextChange below(List<String> paragraphs) {
        int head = text.indexOf('\n', entry.start());
        int body = head < 0 ? text.length() : head + 1;
        int end = contentEnd(body, Math.max(body, entry.end()));
        List<ParagraphLine> lines = lines(body, end);
        String indent = indent(lines);
        int most = Math.min(lines.size(), paragraphs.size());
        int same = 0;
        while (same < most && isSame(lines.get(same), indent, paragraphs.get(same))) {
            same++;
        }
        int last = 0;
        while (last < most - same
                && isSame(lines.get(lines.size() - 1 - last), indent, paragraphs.get(paragraphs.size() - 1 - last))) {
            last++;
        }
        List<String> added = paragraphs.subList(same, paragraphs.size() - last);
        return replace(lines, same, lines.size() - last, added, indent, head < 0 ? text.length() : head);
    }

    private boolean isSame(ParagraphLine line, String indent, String paragraph) {
        return text.substring(line.start(), line.end()).equals(indent + paragraph);
    }

    /**
     * Replaces lines.
     *
     * @param from first line that goes
     * @param to line behind the last one that goes
     * @param head end of the line with the bar
     */
    private TextChange replace(
            List<ParagraphLine> lines, int from, int to, List<String> added, String indent, int head) {
        String between = apart(lines) ? "\n\n" : "\n";
        String words = String.join(between + indent, added);
        if (from < to && !added.isEmpty()) {
            return new TextChange(lines.get(from).start(), lines.get(to - 1).end(), indent + words);
        }
        if (from < to) {
            int start = from == 0 ? head : lines.get(from - 1).end();
            int end = lines.get(to - 1).end();
            return from == 0 && to < lines.size()
                    ? new TextChange(lines.get(0).start(), lines.get(to).start(), "")
                    : new TextChange(start, end, "");
        }
        if (added.isEmpty()) {
            return new TextChange(head, head, "");
        }
        int behind = from == 0 ? head : lines.get(from - 1).end();
        return new TextChange(behind, behind, (from == 0 ? "\n" : between) + indent + words);
    }

    /** Whether blank lines are between the paragraphs. */
    private boolean apart(List<ParagraphLine> lines) {
        return lines.size() > 1
                && text.substring(lines.get(0).end(), lines.get(1).start())
                                .chars()
                                .filter(c -> c == '\n')
                                .count()
                        > 1;
    }

    /** The lines that are not blank. */
    private List<ParagraphLine> lines(int from, int to) {
        List<ParagraphLine> lines = new ArrayList<>();
        for (int at = from; at < to; ) {
            int end = text.indexOf('\n', at);
            end = end < 0 || end > to ? to : end;
            if (!text.substring(at, end).isBlank()) {
                lines.add(new ParagraphLine(at, end));
            }
            at = end + 1;
        }
        return lines;
    }

    private String indent(List<ParagraphLine> lines) {
        String head = text.substring(entry.start() + 1, Math.min(text.length(), entry.start() + 3));
        int digit = head.chars().filter(Character::isDigit).findFirst().orElse(0);
        if (digit > 0) {
            return keyIndent() + " ".repeat(digit - '0');
        }
        if (lines.isEmpty()) {
            return keyIndent() + "  ";
        }
        String first = text.substring(lines.get(0).start(), lines.get(0).end());
        return first.substring(0, first.length() - first.stripLeading().length());
    }

    /** The end without the blanks and line breaks before it. */
    private int contentEnd(int from, int to) {
        int end = to;
        while (end > from && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }
}
