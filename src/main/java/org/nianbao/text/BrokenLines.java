package org.nianbao.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the lines that break inside a sentence, as on paper: behind a comma, within brackets, in front of a mark that begins no
 * line, or at the width of the paper. A line with a stop at its end may end a paragraph, and is left alone.
 */
final class BrokenLines {
    private static final String GOES_ON = "，、（《“〔【「『";
    private static final String BEGINS_NO_LINE = "，。、；：？！）》”〕】」』";
    private static final String OPEN = "（《〔【「『";
    private static final String CLOSE = "）》〕】」』";
    private static final String STOPS = "。；：？！…!?:;|";

    /** In ems: the widest line of a paper, and what its lines may lack because no mark may begin or end one. */
    private static final double PAPER = 60;

    private static final double LACK = 2.5;

    /** In ems: the indentation of a paragraph's first line, which pasted text may have lost. */
    private static final double INDENT = 2;

    /** The number of lines in which a bracket is closed. */
    private static final int LONGEST_BRACKET = 4;

    /** In ems: shorter lines may be headings or entries. */
    private static final double SHORTEST = 12;

    private final List<PastedLine> lines;

    /** In ems: the width of the paper; 0 if it cannot be known. */
    private final double width;

    BrokenLines(List<PastedLine> lines) {
        this.lines = lines;
        this.width = width();
    }

    /** The width of the widest line, if another one has it, too, and all fit on a paper. */
    private double width() {
        double widest = lines.stream()
                .filter(line -> !line.isTable())
                .mapToDouble(PastedLine::width)
                .max()
                .orElse(0);
        long full = lines.stream().filter(line -> line.width() >= widest - LACK).count();
        return widest >= SHORTEST && widest <= PAPER && full > 1 ? widest : 0;
    }

    List<PastedText.Cut> find() {
        List<PastedText.Cut> cuts = new ArrayList<>();
        for (int at = 0; at + 1 < lines.size(); at++) {
            PastedLine line = lines.get(at);
            PastedLine next = lines.get(at + 1);
            if (!line.isBlank() && !line.isTable() && !next.isBlank() && isBroken(at)) {
                boolean words = isLatin(line.last()) && isLatin(next.first());
                int to = next.start();
                cuts.add(new PastedText.Cut(line.end(), to, words ? " " : ""));
            }
        }
        return cuts;
    }

    private boolean isBroken(int at) {
        PastedLine line = lines.get(at);
        PastedLine next = lines.get(at + 1);
        if (next.begins() || line.hasLink()) {
            return false;
        }
        if (BEGINS_NO_LINE.indexOf(next.first()) >= 0 && STOPS.indexOf(line.last()) < 0) {
            return true;
        }
        boolean isIndented = next.indent() >= line.indent() + 2;
        if (isIndented || STOPS.indexOf(line.last()) >= 0) {
            return false;
        }
        return GOES_ON.indexOf(line.last()) >= 0
                || (isOpen(line) && isClosed(at + 1))
                || (width > 0 && line.width() >= Math.max(SHORTEST, width - LACK - (isFirst(at) ? INDENT : 0)));
    }

    /** Whether a line may be the first one of a paragraph. */
    private boolean isFirst(int at) {
        PastedLine before = at == 0 ? lines.get(0) : lines.get(at - 1);
        return at == 0 || before.isBlank() || STOPS.indexOf(before.last()) >= 0;
    }

    private static boolean isOpen(PastedLine line) {
        int depth = 0;
        for (char c : line.words().toCharArray()) {
            depth += OPEN.indexOf(c) >= 0 ? 1 : CLOSE.indexOf(c) >= 0 ? -1 : 0;
        }
        return depth > 0;
    }

    /** Whether a bracket is closed in the lines from one on, before another one is opened. */
    private boolean isClosed(int from) {
        for (int at = from; at < Math.min(lines.size(), from + LONGEST_BRACKET); at++) {
            PastedLine line = lines.get(at);
            if (line.begins()) {
                return false;
            }
            for (char c : line.words().toCharArray()) {
                if (OPEN.indexOf(c) >= 0 || CLOSE.indexOf(c) >= 0) {
                    return CLOSE.indexOf(c) >= 0;
                }
            }
        }
        return false;
    }

    private static boolean isLatin(char c) {
        return c < 0x80 && Character.isLetter(c);
    }
}
