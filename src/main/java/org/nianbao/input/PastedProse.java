package org.nianbao.input;

import java.util.ArrayList;
import java.util.List;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Source;
import org.nianbao.diagnostic.TextEdit;
import org.nianbao.text.PageNumber;
import org.nianbao.text.PastedText;

/** Prose that may have been pasted from a paper, a table or a page: what is printed of it, and what to say about it. */
final class PastedProse {
    private final Source source;
    private final YamlNode item;
    private final String typed;
    private final PastedText pasted;

    PastedProse(YamlNode item) {
        this.item = item;
        this.source = item.source();
        this.typed = item.text();
        this.pasted = PastedText.of(typed);
    }

    /** The prose without blanks and line ends of the paper. */
    String text() {
        return pasted.text();
    }

    List<Diagnostic> diagnostics() {
        Diagnostics found = new Diagnostics();
        int first = source.lineAt(item.start());
        int last = source.lineAt(Math.max(item.start(), item.end() - 1));
        boolean isPaged = false;
        for (int number = first; number <= last; number++) {
            SourceLine line = new SourceLine(source, number);
            if (PageNumber.isAll(line.text())) {
                isPaged = true;
                found.add(pageNumber(line));
            } else if (columns(line) > 1 && columns(new SourceLine(source, number + 1)) == columns(line)) {
                int end = number;
                while (end < last && columns(new SourceLine(source, end + 1)) == columns(line)) {
                    end++;
                }
                found.add(table(number, end));
                number = end;
            }
        }
        if (!pasted.blanks().isEmpty() || !pasted.lineEnds().isEmpty()) {
            cuts(found, isPaged);
        }
        return found.list();
    }

    /**
     * @param isPaged whether page numbers are to be deleted before lines around them are joined; until then blanks stay, too,
     *     for a line without them looks shorter than the paper
     */
    private void cuts(Diagnostics found, boolean isPaged) {
        int[] origins = origins();
        List<PastedText.Cut> blanks = pasted.blanks().stream()
                .filter(cut -> isInLine(origins[cut.from() - 1], origins[cut.to()]))
                .toList();
        if (!blanks.isEmpty()) {
            PastedText.Cut first = blanks.get(0);
            int at = origins[first.from() - 1];
            found.add(Diagnostic.hint("pasted-blanks", source.between(at, origins[first.to()] + 1), blanks.size())
                    .edit(isPaged ? List.of() : edits(blanks, origins)));
        }
        if (!pasted.lineEnds().isEmpty()) {
            int at = origins[pasted.lineEnds().get(0).from() - 1];
            SourceLine line = SourceLine.at(source, at);
            found.add(Diagnostic.warning("broken-lines", source.between(line.firstWord(), line.end()), lines(origins))
                    .edit(isPaged ? List.of() : edits(pasted.lineEnds(), origins)));
        }
    }

    /** Whether no line end of the source, which YAML reads as a blank, is between two offsets. */
    private boolean isInLine(int from, int to) {
        return source.lineAt(from) == source.lineAt(to);
    }

    /** The numbers of the lines, as 4–7、9–10. */
    private String lines(int[] origins) {
        List<String> ranges = new ArrayList<>();
        int from = 0;
        int to = 0;
        for (PastedText.Cut cut : pasted.lineEnds()) {
            int line = source.lineAt(origins[cut.from() - 1]);
            if (line != to) {
                if (to > 0) {
                    ranges.add(from + "–" + to);
                }
                from = line;
            }
            to = source.lineAt(origins[cut.to()]);
        }
        ranges.add(from + "–" + to);
        return String.join("、", ranges);
    }

    /** The offset of each character of the value in the source: YAML leaves indentation and quotation marks out. */
    private int[] origins() {
        String all = source.text();
        int at = item.isBlock() ? source.lineStart(source.lineAt(item.start()) + 1) : item.start();
        int[] origins = new int[typed.length()];
        for (int i = 0; i < typed.length(); i++, at++) {
            int next = all.indexOf(typed.charAt(i), at);
            at = next < 0 ? at : next;
            origins[i] = Math.min(at, all.length());
        }
        return origins;
    }

    /** The changes of the source; none where it is not typed as it is read. */
    private List<TextEdit> edits(List<PastedText.Cut> cuts, int[] origins) {
        List<TextEdit> edits = new ArrayList<>();
        for (PastedText.Cut cut : cuts) {
            int start = origins[cut.from() - 1] + 1;
            int end = origins[cut.to()];
            boolean isExact = start <= end
                    && end < source.text().length()
                    && source.text()
                            .substring(start, end)
                            .replaceAll("[\\s\\p{Z}]+", "")
                            .isEmpty();
            if (isExact) {
                edits.add(new TextEdit(start, end, cut.instead()));
            }
        }
        return edits;
    }

    /** With its line, and the blank ones below. */
    private Diagnostic pageNumber(SourceLine line) {
        int next = line.number() + 1;
        while (source.line(next).isBlank()
                && source.lineStart(next) < source.text().length()) {
            next++;
        }
        return Diagnostic.warning(
                        "page-number",
                        source.between(line.firstWord(), line.end()),
                        line.text().strip())
                .edit(List.of(new TextEdit(line.start(), source.lineStart(next), "")));
    }

    private static int columns(SourceLine line) {
        String words = line.text().strip();
        return words.startsWith("|") || words.indexOf('\t') < 0 ? 0 : words.split("\t+", -1).length;
    }

    /** Lines with tabs as a Markdown table, whose head is the first one. */
    private Diagnostic table(int from, int to) {
        List<TextEdit> edits = new ArrayList<>();
        for (int number = from; number <= to; number++) {
            SourceLine line = new SourceLine(source, number);
            String row = row(line);
            String rule = number > from ? "" : lineEnd(line) + " ".repeat(line.indent()) + rule(line);
            edits.add(new TextEdit(line.firstWord(), line.end(), row + rule));
        }
        SourceLine head = new SourceLine(source, from);
        return Diagnostic.warning(
                        "tab-table", source.between(head.firstWord(), head.end()), from, to, row(head), rule(head))
                .edit(edits);
    }

    private static String row(SourceLine line) {
        return "| " + line.text().strip().replace("|", "\\|").replaceAll("\\s*\\t\\s*", " | ") + " |";
    }

    private static String rule(SourceLine line) {
        return "|" + "---|".repeat(columns(line));
    }

    private String lineEnd(SourceLine line) {
        return source.text().substring(line.end(), source.lineStart(line.number() + 1));
    }
}
