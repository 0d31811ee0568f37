package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nianbao.diagnostic.Source;
import org.nianbao.form.Block;
import org.nianbao.form.Form;
import org.nianbao.form.FormCell;
import org.nianbao.form.KeyTree;
import org.nianbao.form.Label;
import org.nianbao.form.Section;
import org.nianbao.input.InputReader;
import org.nianbao.input.Reading;

@DisplayName("Rows typed or pasted as numbers")
class PastedRowsTest {
    private static final int REPORTS = 40;

    private final Random random = new Random(22);

    /** The figures as typed, by path: a number, ~, or nothing. */
    private final Map<String, String> typed = new LinkedHashMap<>();

    private Form form =
            Workplace.FORMS.editionFor("政府信息公开工作年度报告", 2025).orElseThrow().form();

    /** How many empty columns of a sheet follow each column of a block that is merged over them. */
    private final Map<Block, int[]> widths = new HashMap<>();

    private enum Shape {
        BLANKS,
        TABS,
        COMMAS,
        LIST,
        BLOCK_OF_TABS,
        SHEET_WITH_MERGED_CELLS,
        BLOCK_OF_SPACES,
        BLOCK_OF_COMMAS,
        NUMBER_A_LINE,
        LABEL_AND_NUMBERS
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    @DisplayName("say what the same figures say cell by cell, at their places")
    void equalCells(Shape shape) {
        for (int i = 0; i < REPORTS; i++) {
            int year = random.nextBoolean() ? 2025 : 2020;
            form = Workplace.FORMS
                    .editionFor("政府信息公开工作年度报告", year)
                    .orElseThrow()
                    .form();
            typed.clear();
            form.cells().figures().forEach(cell -> typed.put(cell.path().dotted(), figure(cell)));
            Reading.Filled cells =
                    read(year, form, section -> byCell(form.cells().keys(section), "  "));
            Reading.Filled rows =
                    read(year, form, section -> byRow(shape, form.cells().keys(section)));
            for (FormCell cell : form.cells().figures()) {
                String path = cell.path().dotted();
                assertEquals(cells.report().cell(path), rows.report().cell(path), path);
                assertTrue(rows.places().has(path), path);
                String there = rows.places().of(path).words();
                String expected = typed.get(path);
                assertTrue(
                        there.equals(expected) || (expected.isEmpty() && there.matches("[-/—]?|\"\"|[^0-9].*")),
                        path + " is " + expected + ", but there is " + there);
            }
        }
    }

    private interface Table {
        String of(String section);
    }

    private Reading.Filled read(int year, Form form, Table table) {
        SmallReport report = SmallReport.of("某县档案局", year);
        for (Section.TableSection section : form.tables()) {
            report.with(section.key(), table.of(section.key()).stripTrailing());
        }
        Source text = new Source("input.yaml", report.toString());
        Reading reading = InputReader.read(Path.of("input.yaml"), text, Workplace.FORMS);
        List<String> wrong = reading.diagnostics().stream()
                .filter(diagnostic -> !diagnostic.isToFillIn())
                .map(diagnostic -> diagnostic.id()
                        + diagnostic.span().map(span -> text.line(span.line())).orElse(""))
                .toList();
        assertEquals(List.of(), wrong);
        return reading.filled().orElseThrow();
    }

    private String figure(FormCell cell) {
        int kind = random.nextInt(20);
        String number = String.valueOf(random.nextInt(5) == 0 ? random.nextInt(30000) : random.nextInt(100));
        if (kind < 2) {
            return kind == 0 ? "~" : "";
        }
        return switch (cell.spec().type()) {
            case AMOUNT -> number + "." + random.nextInt(1000);
            case MONEY -> number.equals("0") ? number : number + "万元";
            case CHANGE -> number.equals("0") || random.nextBoolean() ? number : "-" + number;
            default -> number;
        };
    }

    private String byCell(KeyTree keys, String indentation) {
        StringBuilder lines = new StringBuilder("\n");
        keys.children()
                .forEach((key, child) -> lines.append(indentation)
                        .append(key)
                        .append(":")
                        .append(
                                child.cell().isPresent()
                                        ? " "
                                                + typed.get(child.cell()
                                                        .get()
                                                        .path()
                                                        .dotted()) + "\n"
                                        : byCell(child, indentation + "  ")));
        return lines.toString();
    }

    private String byRow(Shape shape, KeyTree keys) {
        if (shape.compareTo(Shape.BLOCK_OF_TABS) < 0) {
            return keys.isRow() ? " " + numbers(shape, keys) : byKey(shape, keys, "  ");
        }
        StringBuilder lines = new StringBuilder("|2\n");
        if (random.nextBoolean()) {
            lines.append("  ").append(title(keys)).append('\n');
        }
        widths.clear();
        if (random.nextBoolean()) {
            lines.append("  ").append(heads(shape, keys)).append('\n');
        }
        List<String> above = new ArrayList<>();
        keys.rows().forEach(row -> lines.append(line(shape, row, above).indent(2)));
        return " " + lines;
    }

    private String byKey(Shape shape, KeyTree keys, String indentation) {
        StringBuilder lines = new StringBuilder("\n");
        keys.children().forEach((key, child) -> {
            boolean isRow = child.isRow();
            lines.append(indentation).append(key).append(':');
            lines.append(isRow ? " " + numbers(shape, child) + "\n" : byKey(shape, child, indentation + "  "));
        });
        return lines.toString();
    }

    private List<String> figures(KeyTree row) {
        return row.cells().map(cell -> typed.get(cell.path().dotted())).toList();
    }

    /** The figures of a row behind its key. */
    private String numbers(Shape shape, KeyTree row) {
        List<String> figures = figures(row);
        if (figures.size() == 1) {
            return figures.get(0);
        }
        String separator = switch (shape) {
            case TABS -> "\t";
            case COMMAS -> List.of(",", "，", ", ").get(random.nextInt(3));
            case LIST -> ", ";
            default -> List.of(" ", "   ", "\u3000").get(random.nextInt(3));
        };
        String none = shape == Shape.LIST ? "\"\"" : "/";
        String joined = IntStream.range(0, figures.size())
                .mapToObj(i -> none(figures.get(i), i > 0 && shape != Shape.LIST ? "—" : none))
                .collect(Collectors.joining(separator));
        return shape == Shape.LIST ? "[" + joined + "]" : joined;
    }

    private static String none(String figure, String mark) {
        return figure.isEmpty() ? mark : figure;
    }

    private String heads(Shape shape, KeyTree keys) {
        String separator = isTabs(shape) ? "\t" : shape == Shape.NUMBER_A_LINE ? "\n  " : "  ";
        return keys.cells().findFirst().orElseThrow().block().columns().roots().stream()
                .flatMap(
                        root -> root.children().isEmpty() ? java.util.stream.Stream.of(root) : root.children().stream())
                .map(Label::oneLine)
                .collect(Collectors.joining(separator));
    }

    private static boolean isTabs(Shape shape) {
        return shape == Shape.BLOCK_OF_TABS || shape == Shape.SHEET_WITH_MERGED_CELLS;
    }

    /** What a page prints above a table. */
    private String title(KeyTree keys) {
        String section = keys.cells().findFirst().orElseThrow().path().section();
        Section.TableSection table = form.tables().stream()
                .filter(any -> any.key().equals(section))
                .findFirst()
                .orElseThrow();
        return random.nextBoolean() ? table.table().caption() : table.heading().orElse(section);
    }

    /** A row whose cells are each merged over as many columns of the sheet as those of the other rows of its block. */
    private String sheetLine(KeyTree row, List<String> groups, String own) {
        Block block = row.cells().findFirst().orElseThrow().block();
        int depth = block.rows().depth();
        int[] wide = widths.computeIfAbsent(
                block,
                any -> random.ints(depth + block.columns().leaves().size(), 0, 4)
                        .toArray());
        List<String> labels = new ArrayList<>(groups);
        if (depth > 0) {
            labels.add(own);
        }
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < depth; i++) {
            int before = depth - labels.size();
            fields.add(i < before ? "" : labels.get(i - before));
            fields.addAll(Collections.nCopies(wide[i], ""));
        }
        boolean mayBeEmpty = form.cells()
                .keys(row.cells().findFirst().orElseThrow().path().section())
                .rows()
                .filter(other -> other.cells().findFirst().orElseThrow().block().equals(block))
                .anyMatch(other -> figures(other).stream().noneMatch(String::isEmpty));
        List<String> figures = figures(row);
        for (int i = 0; i < figures.size(); i++) {
            fields.add(none(figures.get(i), mayBeEmpty && i < figures.size() - 1 ? "" : "-"));
            fields.addAll(Collections.nCopies(wide[depth + i], ""));
        }
        return String.join("\t", fields).stripTrailing();
    }

    /** A row as copied from a table. */
    private String line(Shape shape, KeyTree row, List<String> above) {
        List<Label> labels = row.cells().findFirst().orElseThrow().row().labels();
        List<String> groups = labels.stream()
                .limit(Math.max(0, labels.size() - 1))
                .map(Label::oneLine)
                .toList();
        String own = labels.isEmpty()
                ? ""
                : random.nextBoolean()
                        ? labels.get(labels.size() - 1).oneLine()
                        : labels.get(labels.size() - 1).key();
        boolean isBare = labels.isEmpty();
        String group = groups.equals(above) ? "" : String.join(isTabs(shape) ? "\t" : " ", groups);
        above.clear();
        above.addAll(groups);
        List<String> figures = figures(row);
        return switch (shape) {
            case BLOCK_OF_TABS -> {
                int span = row.cells().findFirst().orElseThrow().block().rows().depth();
                List<String> fields = new ArrayList<>();
                if (!isBare) {
                    groups.forEach(label -> fields.add(group.isEmpty() ? "" : label));
                    fields.add(own);
                    while (fields.size() < span) {
                        fields.add("");
                    }
                }
                figures.forEach(figure -> fields.add(none(figure, random.nextBoolean() ? "-" : "")));
                if (fields.get(fields.size() - 1).isEmpty()) {
                    fields.set(fields.size() - 1, "/"); // editors remove Tabs at the end of a line
                }
                yield String.join("\t", fields);
            }
            case SHEET_WITH_MERGED_CELLS -> sheetLine(row, group.isEmpty() ? List.of() : groups, own);
            case BLOCK_OF_COMMAS ->
                group
                        + own
                        + (isBare ? "" : ",")
                        + figures.stream().map(figure -> none(figure, "/")).collect(Collectors.joining(","));
            case NUMBER_A_LINE ->
                (group.isEmpty() ? "" : group + "\n")
                        + (isBare ? "" : own + "\n")
                        + String.join(
                                "\n",
                                figures.stream()
                                        .map(figure -> none(figure, "-"))
                                        .toList());
            case LABEL_AND_NUMBERS ->
                (isBare ? "" : group + own + "\n")
                        + String.join(
                                " ",
                                figures.stream()
                                        .map(figure -> none(figure, "—"))
                                        .toList());
            default ->
                (isBare ? "" : group + "  " + own + "   ")
                        + String.join(
                                "  ",
                                figures.stream()
                                        .map(figure -> none(figure, "-"))
                                        .toList());
        };
    }
}
