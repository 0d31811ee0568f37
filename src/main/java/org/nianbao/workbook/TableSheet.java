package org.nianbao.workbook;

import static org.nianbao.blank.Comments.say;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nianbao.blank.Filling;
import org.nianbao.blank.NewInput;
import org.nianbao.form.BlockCells;
import org.nianbao.form.Cell;
import org.nianbao.form.CellPath;
import org.nianbao.form.CellSpec;
import org.nianbao.form.CellTerm;
import org.nianbao.form.Form;
import org.nianbao.form.FormCell;
import org.nianbao.form.Section;
import org.nianbao.report.Report;
import org.nianbao.template.TableLayout;
import org.nianbao.template.TableLayout.LayoutCell;

/** The sheet of a table, laid out as on paper, with the checks of its identities. Not thread-safe. */
final class TableSheet {
    /** The row in which the table begins. */
    private static final int TOP = 3;

    private static final double LOWEST = 20;
    private static final double HEADING = 28;

    private final Form form;
    private final Section.TableSection section;
    private final Filling filling;
    private final Report report;
    private final NewInput.Draft draft;
    private final Map<String, String> facts;
    private final SheetPart sheet;
    private final TableWidths widths;
    private final TableLayout layout;
    private final Map<LayoutCell, CellRef> placed = new LinkedHashMap<>();
    private final Map<CellPath, CellRef> cells = new LinkedHashMap<>();

    /** The columns that each cell spans. */
    private final Map<CellPath, Integer> spans = new HashMap<>();

    private final Map<Integer, Double> heights = new TreeMap<>();
    private final List<CellRef> inputs = new ArrayList<>();
    private final TableChecks checks;

    /**
     * Writes the sheet.
     *
     * @param strings gets its texts
     * @param report the draft as a report; its totals are computed
     * @param facts the formula of each fact, by key
     * @param name of the sheet
     */
    TableSheet(
            NewInput.Draft draft,
            SharedStrings strings,
            Report report,
            Section.TableSection section,
            Map<String, String> facts,
            String name) {
        this.draft = draft;
        this.form = draft.form();
        this.filling = draft.filling();
        this.section = section;
        this.report = report;
        this.facts = facts;
        boolean landscape = section.table().landscape();
        sheet = new SheetPart(strings, name, landscape);
        widths = new TableWidths(section.table().widths(), landscape);
        layout = TableLayout.of(report, section, 1);
        place();
        labels();
        Formulas formulas = new Formulas(cells, draft.before());
        for (BlockCells block : form.cells().blocks(section.key())) {
            block.cells().forEach(cell -> content(block, cell, formulas));
        }
        view();
        checks = new TableChecks(form, sheet, widths, formulas, cells, heights);
        checks.write(form.cells().blocks(section.key()), end().row());
        heights.forEach(sheet::height);
    }

    SheetPart sheet() {
        return sheet;
    }

    /** The cells that must not stay empty. */
    List<CellRef> inputs() {
        return inputs;
    }

    /** The cells that show by how much an identity does not hold. */
    List<CellRef> checks() {
        return checks.cells();
    }

    /** The last cell of the table, and of what is printed. */
    CellRef end() {
        return new CellRef(TOP + rows().size() - 1, widths.count());
    }

    /** The rows to repeat on each page, if the table breaks: {@code $3:$4}. */
    Optional<String> repeated() {
        int head = layout.head().size();
        return head == 0 ? Optional.empty() : Optional.of("$" + TOP + ":$" + (TOP + head - 1));
    }

    private List<List<LayoutCell>> rows() {
        return Stream.concat(layout.head().stream(), layout.groups().stream().flatMap(List::stream))
                .toList();
    }

    /** Finds the place of each cell by the spans of those above and before it. */
    private void place() {
        Set<CellRef> taken = new HashSet<>();
        int row = TOP;
        for (List<LayoutCell> cellsOfRow : rows()) {
            int column = 1;
            for (LayoutCell cell : cellsOfRow) {
                while (taken.contains(new CellRef(row, column))) {
                    column++;
                }
                placed.put(cell, new CellRef(row, column));
                for (int r = row; r < row + cell.rowspan(); r++) {
                    for (int c = column; c < column + cell.colspan(); c++) {
                        taken.add(new CellRef(r, c));
                    }
                }
            }
            heights.put(row++, LOWEST);
        }
        placed.forEach((cell, at) -> {
            if (!cell.path().isEmpty()) {
                CellPath path = new CellPath(cell.path());
                cells.put(path, at);
                spans.put(path, cell.colspan());
            }
        });
    }

    private void labels() {
        CellRef heading = new CellRef(1, 1);
        sheet.text(heading, section.heading().orElse(section.key()), CellStyle.HEADING);
        sheet.merge(heading, 1, widths.count(), CellStyle.HEADING);
        sheet.height(1, HEADING);
        placed.forEach((cell, at) -> {
            CellStyle style = cell.title() ? CellStyle.BLOCK : cell.left() ? CellStyle.ROW_LABEL : CellStyle.LABEL;
            if (cell.header()) {
                sheet.text(at, String.join("\n", cell.lines()), style);
                sheet.merge(at, cell.rowspan(), cell.colspan(), style);
                fit(cell, at, style.size());
            }
        });
    }

    /** Makes the last row of a cell high enough for all its lines. */
    private void fit(LayoutCell cell, CellRef at, int size) {
        int last = at.row() + cell.rowspan() - 1;
        double above = 0;
        for (int row = at.row(); row < last; row++) {
            above += heights.getOrDefault(row, LOWEST);
        }
        double needed = widths.height(cell.lines(), at.column(), cell.colspan(), size) - above;
        heights.merge(last, needed, Math::max);
    }

    private void content(BlockCells block, FormCell cell, Formulas formulas) {
        CellRef at = at(cell);
        CellStyle style;
        Optional<String> fact = cell.spec().fact().map(key -> facts.getOrDefault(key, ""));
        Optional<String> total = cell.isTotal() ? formulas.total(block.addends(cell)) : Optional.empty();
        if (fact.isPresent()) {
            style = CellStyle.FACT;
            sheet.formula(at, fact.get(), report.cell(cell.path()).text(), style);
        } else if (total.isPresent() && isSum(cell, block.addends(cell))) {
            style = CellStyle.TOTAL;
            sheet.formula(at, total.get(), report.cell(cell.path()).text(), style);
        } else {
            style = style(cell);
            input(cell, at, style);
        }
        sheet.merge(at, 1, span(cell), style);
    }

    /** Whether a total is not typed, or as the sum that it is. */
    private boolean isSum(FormCell total, List<FormCell> addends) {
        Optional<BigDecimal> sum = report.sum(
                addends.stream().map(cell -> new CellTerm(cell, false)).toList());
        return Optional.ofNullable(filling.figures().get(total.path()))
                .map(typed ->
                        sum.map(total.spec().type()::cell).filter(typed::equals).isPresent())
                .orElse(true);
    }

    private void input(FormCell cell, CellRef at, CellStyle style) {
        Cell known = filling.figures().get(cell.path());
        String note = filling.words().note(cell.path());
        if (known == null) {
            sheet.blank(at, style);
        } else {
            String text = Content.of(known, note);
            if (Content.isNumber(text)) {
                sheet.number(at, new BigDecimal(text), style);
            } else {
                sheet.text(at, text, style);
            }
            if (!cell.spec().type().isFigure()) {
                heights.merge(at.row(), widths.height(List.of(text), at.column(), span(cell), style.size()), Math::max);
            }
        }
        if (!cell.isTotal()) {
            sheet.validate(at, Validation.of(cell.spec().type(), cell.spec().choices(), prompt(cell)));
            if (!cell.spec().optional()) {
                inputs.add(at);
            }
        }
    }

    private CellStyle style(FormCell cell) {
        if (filling.toCorrect().contains(cell.path())) {
            return CellStyle.CARRIED;
        }
        return switch (cell.spec().type()) {
            case COUNT, CHANGE -> cell.isTotal() ? CellStyle.TYPED_TOTAL : CellStyle.COUNT;
            case AMOUNT -> CellStyle.AMOUNT;
            case MONEY, TEXT, CHOICE, CHOICES -> CellStyle.WORDS;
        };
    }

    /** What is shown beside a selected cell. */
    private String prompt(FormCell cell) {
        CellSpec spec = cell.spec();
        Stream<String> takes = switch (spec.type()) {
            case MONEY -> Stream.of(say("takes.money", cell.path().lastKey()));
            case CHOICES -> Stream.of(say("excel.choices", String.join(say("comma"), spec.choices())));
            case COUNT, CHANGE, AMOUNT, TEXT, CHOICE -> Stream.empty();
        };
        Stream<String> correct = filling.toCorrect().contains(cell.path())
                ? Stream.of(say("correct", cell.path().lastKey()))
                : Stream.empty();
        Stream<String> before = Optional.ofNullable(draft.before().get(cell.path())).stream()
                .filter(content -> !content.text().isEmpty())
                .map(content -> say("excel.before", content.text()));
        return Stream.of(takes, correct, before).flatMap(words -> words).collect(Collectors.joining("\n"));
    }

    private int span(FormCell cell) {
        return spans.getOrDefault(cell.path(), 1);
    }

    private CellRef at(FormCell cell) {
        return Optional.ofNullable(cells.get(cell.path())).orElseThrow();
    }

    private void view() {
        for (int column = 1; column <= widths.count(); column++) {
            sheet.width(column, widths.of(column));
        }
        if (!layout.head().isEmpty()) {
            int stub = form.cells().blocks(section.key()).get(0).block().rows().depth();
            sheet.freeze(new CellRef(TOP + layout.head().size(), stub + 1));
        }
        if (!layout.breaks()) {
            sheet.onOnePage();
        }
    }
}
