package org.nianbao.workbook;

import static org.nianbao.blank.Comments.say;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nianbao.blank.Filling;
import org.nianbao.blank.NewInput;
import org.nianbao.form.Cell;
import org.nianbao.form.ChartSpec;
import org.nianbao.form.Fact;
import org.nianbao.form.Form;
import org.nianbao.form.Section;
import org.nianbao.input.Keywords;
import org.nianbao.report.ChartRequest;

/**
 * The sheet of facts and prose: keys in the first column, what is filled in in the second one, hints in the third one. A
 * heading is over the cells of its section, one for each paragraph. Not thread-safe.
 */
final class TextSheet {
    private static final int KEY = 1;
    private static final int CONTENT = 2;
    private static final int HINT = 3;

    /** In digits of the standard font. */
    private static final double[] WIDTHS = {14, 78, 50};

    /** Rows to fill in: of a section, and more than it has already. */
    private static final int ROWS = 6;

    private static final int MORE = 3;
    private static final double TITLE = 36;
    private static final double HEADING = 28;

    private final Form form;
    private final Filling filling;
    private final SheetPart sheet;
    private final Map<String, String> facts = new LinkedHashMap<>();
    private int row = 1;

    /**
     * Writes the sheet.
     *
     * @param tables the name of each table's sheet, by the key of its section
     */
    TextSheet(NewInput.Draft draft, SharedStrings strings, String name, Map<String, String> tables) {
        this.form = draft.form();
        this.filling = draft.filling();
        sheet = new SheetPart(strings, name, false);
        for (int i = 0; i < WIDTHS.length; i++) {
            sheet.width(i + 1, WIDTHS[i]);
        }
        sheet.text(new CellRef(row, KEY), form.name(), CellStyle.TITLE);
        sheet.merge(new CellRef(row, KEY), 1, 2, CellStyle.TITLE).height(row++, TITLE);
        sheet.text(new CellRef(row, KEY), say("excel.how"), CellStyle.HINT);
        sheet.merge(new CellRef(row, KEY), 1, 2, CellStyle.HINT);
        sheet.height(
                row++, TableWidths.height(List.of(say("excel.how")), WIDTHS[0] + WIDTHS[1], CellStyle.HINT.size()));
        key(say("excel.check"));
        row++;
        known(Keywords.FORM, form.name());
        draft.more().forEach((key, words) -> known(key, String.join(say("comma"), words)));
        if (!draft.kept().isEmpty()) {
            known(Keywords.KEPT, String.join(say("comma"), draft.kept().keySet()));
        }
        form.facts().forEach(this::fact);
        charts();
        for (Section section : form.sections()) {
            section(section, tables);
        }
        hints(filling.remarks().getOrDefault(Keywords.ANNEXES, List.of()));
        hints(filling.lost());
    }

    SheetPart sheet() {
        return sheet;
    }

    /** The last row. */
    int end() {
        return row - 1;
    }

    /** The formula of each fact, by key. */
    Map<String, String> facts() {
        return facts;
    }

    /** Shows how many cells are still empty, and how many checks fail. */
    void status(String formula, String value) {
        CellRef at = new CellRef(3, CONTENT);
        sheet.formula(at, formula, value, CellStyle.KNOWN);
        sheet.mark(List.of(at), "ISNUMBER(SEARCH(\"" + say("excel.red") + "\"," + at + "))", false);
    }

    private void key(String key) {
        sheet.text(new CellRef(row, KEY), key, CellStyle.KEY);
    }

    private void known(String key, String words) {
        key(key);
        sheet.text(new CellRef(row++, CONTENT), words, CellStyle.KNOWN);
    }

    private void fact(Fact fact) {
        CellRef at = new CellRef(row, CONTENT);
        key(fact.key());
        String known = filling.facts().getOrDefault(fact.key(), "");
        boolean number = fact.type() == Fact.Type.YEAR && Content.isNumber(known);
        CellStyle style = fact.type() == Fact.Type.YEAR ? CellStyle.YEAR : CellStyle.PROSE;
        if (number) {
            sheet.number(at, new BigDecimal(known), style);
        } else if (known.isEmpty()) {
            sheet.blank(at, style);
        } else {
            sheet.text(at, known, style);
        }
        sheet.validate(at, Validation.of(fact));
        String year = form.fact(Fact.Role.YEAR)
                .map(Fact::key)
                .map(filling.facts()::get)
                .orElse("");
        String example = switch (fact.type()) {
            case DATE ->
                Content.isNumber(year)
                        ? new BigDecimal(year).add(BigDecimal.ONE).toPlainString()
                        : "";
            case CHOICE -> String.join(say("comma"), fact.choices());
            case TEXT, YEAR -> "";
        };
        hint(row, say("fact." + Fact.written(fact.type()), example) + (fact.required() ? "" : say("excel.optional")));
        facts.put(
                fact.key(),
                "IF(" + CellRef.quoted(sheet.name()) + at + "=\"\",\"\"," + CellRef.quoted(sheet.name()) + at + ")");
        row++;
    }

    /** The charts that are asked for, and which there are. */
    private void charts() {
        if (form.charts().isEmpty()) {
            return;
        }
        CellRef at = new CellRef(row, CONTENT);
        key(Keywords.CHARTS);
        String known = filling.charts().stream().map(TextSheet::chart).collect(Collectors.joining("；"));
        if (known.isEmpty()) {
            sheet.blank(at, CellStyle.PROSE);
        } else {
            sheet.text(at, known, CellStyle.PROSE);
        }
        String names = form.charts().stream().map(ChartSpec::key).collect(Collectors.joining(say("comma")));
        hint(row++, say("excel.charts", names));
    }

    /** A chart with its section, unless that is the usual one, and with the figures of earlier years. */
    private static String chart(ChartRequest chart) {
        boolean usual = chart.section().equals(chart.spec().section());
        String years = chart.earlier().entrySet().stream()
                .map(year -> year.getKey() + "年" + figures(year.getValue()))
                .collect(Collectors.joining("、"));
        return chart.spec().key() + (usual ? "" : "（" + chart.section() + "）") + (years.isEmpty() ? "" : "：" + years);
    }

    private static String figures(Map<String, Cell> figures) {
        return figures.entrySet().stream()
                .map(figure -> (figures.size() == 1 ? "" : figure.getKey())
                        + (figure.getValue().equals(Cell.BLANK)
                                ? "~"
                                : figure.getValue().text()))
                .collect(Collectors.joining("，"));
    }

    private void section(Section section, Map<String, String> tables) {
        row++;
        CellRef heading = new CellRef(row, KEY);
        sheet.text(heading, section.heading().orElse(section.key()), CellStyle.HEADING);
        sheet.merge(heading, 1, 2, CellStyle.HEADING).height(row, HEADING);
        List<String> remarks = filling.remarks().getOrDefault(section.key(), List.of());
        if (section instanceof Section.ProseSection prose) {
            if (!prose.required()) {
                hint(row, say("excel.leave"));
            }
            row++;
            String known = filling.prose().get(section.key());
            content("", known == null ? List.of() : Content.of(known).lines().toList(), ROWS, remarks);
        } else {
            String name = tables.getOrDefault(section.key(), "");
            sheet.text(new CellRef(++row, CONTENT), say("excel.table", name), CellStyle.KNOWN);
            sheet.link(new CellRef(row, CONTENT), name);
            row++;
            Optional<String> opening = filling.words().opening(section.key());
            content(
                    Keywords.OPENING,
                    opening.map(path -> filling.words()
                                    .prose()
                                    .getOrDefault(path, "")
                                    .lines()
                                    .toList())
                            .orElse(List.of()),
                    1,
                    List.of(say("excel.opening")));
            List<String> notes = new ArrayList<>(List.of(say("excel.note")));
            notes.addAll(remarks);
            content(Keywords.NOTE, filling.words().below().getOrDefault(section.key(), List.of()), 1, notes);
        }
    }

    /** Rows to fill in, the first one with a key unless that is empty. */
    private void content(String key, List<String> lines, int least, List<String> hints) {
        int first = row;
        int rows = Math.max(Math.max(least, hints.size()), lines.isEmpty() ? 0 : lines.size() + (least > 1 ? MORE : 0));
        for (int i = 0; i < rows; i++) {
            CellRef at = new CellRef(row++, CONTENT);
            if (i < lines.size() && !lines.get(i).isEmpty()) {
                sheet.text(at, lines.get(i), CellStyle.PROSE);
            } else {
                sheet.blank(at, CellStyle.PROSE);
            }
        }
        if (!key.isEmpty()) {
            sheet.text(new CellRef(first, KEY), key, CellStyle.KEY);
        }
        for (int i = 0; i < hints.size(); i++) {
            hint(first + i, hints.get(i));
        }
    }

    private void hints(List<String> lines) {
        lines.forEach(line -> hint(row++, line));
    }

    private void hint(int at, String words) {
        sheet.text(new CellRef(at, HINT), words, CellStyle.HINT);
    }
}
