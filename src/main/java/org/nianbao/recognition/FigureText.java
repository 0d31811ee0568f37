package org.nianbao.recognition;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nianbao.foreign.PlainText;
import org.nianbao.form.Cell;
import org.nianbao.form.CellSpec;
import org.nianbao.form.CellType;

/**
 * The text of a cell, read as its type.
 *
 * @param cell its content; empty if the text says none
 * @param note text in brackets behind the figure, or nothing
 * @param doubt why it is in doubt: the key of a message, or nothing
 */
record FigureText(Optional<Cell> cell, String note, String doubt) {
    private static final Pattern NOTED = Pattern.compile("([+-]?[0-9][0-9,.]*)[件条个项]?[(（](.*)[)）]");
    private static final Pattern GROUPED = Pattern.compile("[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?");
    private static final Pattern WITH_UNIT = Pattern.compile("([+-]?[0-9][0-9,.]*)(?:件|条|个|项|万元)");
    private static final Pattern FIGURE = Pattern.compile("[+-]?[0-9][0-9,.]*(?:元|万元|亿元|件|条|个|项)?(?:[(（].*[)）])?");
    private static final Pattern NOTHING = Pattern.compile("[-–—/\\\\~*]+|无");

    /** One figure in two lines, or two figures. */
    private static final Pattern PARTED = Pattern.compile("[0-9０-９] [0-9０-９]");

    /** Raised, lowered and circled digits. */
    private static final Pattern NOTE_DIGIT = Pattern.compile("[²³¹\u2070-\u209F\u2460-\u24FF\u2776-\u2793]");

    private static final Pattern SEPARATOR = Pattern.compile("[、，,；;]");
    private static final String CHOSEN = "■☑☒✓✔√●◆▣";
    private static final String MARKS = CHOSEN + "□☐○◇";
    private static final Pattern MARK = Pattern.compile("[" + MARKS + "]");
    private static final Pattern MARK_IN_FRONT = Pattern.compile("([%1$s])([^%1$s]*)".formatted(MARKS));
    private static final Pattern MARK_BEHIND = Pattern.compile("([^%1$s]*)([%1$s])".formatted(MARKS));

    /** Reads a text. */
    static FigureText of(String text, CellSpec spec) {
        if (!spec.type().isFigure()) {
            return words(text, spec);
        }
        String plain = plain(text);
        if (plain.isEmpty()) {
            return new FigureText(Optional.of(Cell.BLANK), "", "doubt-blank");
        }
        if (NOTHING.matcher(plain).matches()) {
            return new FigureText(Optional.empty(), "", "doubt-no-figure");
        }
        Matcher noted = NOTED.matcher(plain);
        if (noted.matches()) {
            FigureText figure = of(noted.group(1), spec);
            return new FigureText(figure.cell(), noted.group(2), figure.doubt());
        }
        Optional<Cell> read = spec.type().read(plain);
        if (read.isPresent()) {
            return new FigureText(read, "", PARTED.matcher(PlainText.of(text)).find() ? "doubt-written" : "");
        }
        Matcher unit = WITH_UNIT.matcher(plain);
        String digits = unit.matches() ? unit.group(1) : plain;
        String ungrouped = GROUPED.matcher(digits).matches() ? digits.replace(",", "") : digits;
        String shortest = ungrouped.replaceFirst("^0+(?=[0-9])", "");
        return spec.type() == CellType.MONEY
                ? new FigureText(Optional.empty(), "", "doubt-no-figure")
                : spec.type()
                        .read(shortest)
                        .map(cell ->
                                new FigureText(Optional.of(cell), "", ungrouped.equals(plain) ? "" : "doubt-written"))
                        .orElseGet(() -> new FigureText(Optional.empty(), "", "doubt-no-figure"));
    }

    private static FigureText words(String text, CellSpec spec) {
        String line = PlainText.of(text);
        if (spec.type().isChosen()) {
            List<String> chosen = chosen(line, spec.choices());
            if (chosen.size() == 1 || (spec.type() == CellType.CHOICES && !chosen.isEmpty())) {
                return new FigureText(Optional.of(new Cell.Words(chosen)), "", "");
            }
            boolean none = line.isEmpty()
                    || (spec.optional()
                            && chosen.isEmpty()
                            && MARK.matcher(line).find());
            return new FigureText(Optional.empty(), "", none ? "" : "doubt-choice");
        }
        return line.isEmpty()
                ? new FigureText(spec.optional() ? Optional.empty() : Optional.of(Cell.BLANK), "", "")
                : new FigureText(spec.type().read(line), "", "");
    }

    /** The choices that are marked, in front of the words or behind them, or those that alone are written. */
    private static List<String> chosen(String line, List<String> choices) {
        String text = PlainText.withoutSpaces(line);
        List<String> written = choices.contains(text) ? List.of(text) : List.of(SEPARATOR.split(text));
        if (choices.containsAll(written)) {
            return written;
        }
        boolean inFront = MARK.matcher(text).lookingAt();
        return (inFront ? MARK_IN_FRONT : MARK_BEHIND)
                .matcher(text)
                .results()
                .filter(choice -> CHOSEN.contains(choice.group(inFront ? 1 : 2)))
                .map(choice -> choice.group(inFront ? 2 : 1).replaceAll("[、，；;()（）\\[\\]]", ""))
                .filter(choices::contains)
                .toList();
    }

    /** Whether a text looks like the content of a cell of figures, and not like a label. */
    static boolean isLikely(String text) {
        String plain = plain(text);
        return plain.isEmpty()
                || NOTHING.matcher(plain).matches()
                || FIGURE.matcher(plain).matches();
    }

    /** In the usual digits and marks; raised and circled digits stay, for they are those of a note. */
    private static String plain(String text) {
        String usual = NOTE_DIGIT.matcher(text).find() ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
        return PlainText.withoutSpaces(usual).replace('−', '-');
    }
}
