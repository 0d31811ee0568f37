package org.nianbao.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nianbao.Workplace;
import org.nianbao.foreign.UnreadableDocument;
import org.nianbao.foreign.html.HtmlDocument;
import org.nianbao.form.Cell;
import org.nianbao.form.CellPath;
import org.nianbao.form.Form;
import org.nianbao.form.FormCell;
import org.nianbao.input.InputReader;
import org.nianbao.report.Report;

/** Every figure of a damaged document is the right one, or a doubt names its cell or its row. */
@DisplayName("A damaged table is read without a wrong figure")
class MutilatedDocumentsTest {
    private static final int RUNS = Integer.getInteger("mutilated.runs", 6);

    @TempDir
    private static Path folder;

    private static String html = "";
    private static Report report;

    /** What happens to a document. */
    private enum Damage {
        ROW_LOST,
        CELL_BLANKED,
        CELL_LOST,
        LABEL_MISSPELT,
        LABEL_LOST,
        COLUMN_LOST,
        ROWS_SWAPPED,
        ROW_DOUBLED,
        HEAD_LOST,
        TABLE_CUT,
        COLUMNS_SWAPPED
    }

    @BeforeAll
    static void aReportWithAnotherFigureInEachCell() {
        Workplace place = new Workplace(folder);
        place.copyFromCheckout("inputs");
        String name = "inputs/county/ziranziyuanju-2025.yaml";
        place.nianbao("render", name, "--format", "html", "--draft", "--output", "output");
        report = InputReader.read(place.at(name), name, Workplace.FORMS)
                .filled()
                .orElseThrow()
                .report();
        Document page = Jsoup.parse(place.read("output/ziranziyuanju-2025.html"));
        int next = 1000;
        for (Element cell : page.select("td")) {
            if (cell.text().matches("[0-9]+")) {
                cell.text(String.valueOf(next++));
            }
        }
        html = page.outerHtml();
    }

    @ParameterizedTest
    @EnumSource(Damage.class)
    void everyFigureIsRightOrInDoubt(Damage damage) throws UnreadableDocument {
        Map<CellPath, Cell> right = figures(html).figures();
        assertTrue(right.size() > 190, right.size() + " figures");
        Map<FormCell, FormCell> first = firstCells(report.form());
        for (int seed = 0; seed < RUNS; seed++) {
            Document page = Jsoup.parse(html);
            damage(page, damage, new Random(seed));
            RecognizedReport found = figures(page.outerHtml());
            Set<String> doubts = found.doubts().stream()
                    .flatMap(doubt -> doubt.subject().stream())
                    .collect(Collectors.toSet());
            List<String> wrong = new ArrayList<>();
            for (FormCell cell : report.form().cells().figures()) {
                Cell expected = right.get(cell.path());
                Cell read = found.figures().get(cell.path());
                if (!isDoubted(cell, first, doubts) && (read == null || !read.equals(expected))) {
                    wrong.add(cell.path() + ": " + expected + " → " + read);
                }
            }
            assertEquals(List.of(), wrong, damage + ", seed " + seed);
        }
    }

    /** Whether a doubt names the cell, or its row by the first cell of it. */
    private static boolean isDoubted(FormCell cell, Map<FormCell, FormCell> first, Set<String> doubts) {
        return doubts.contains(cell.path().dotted())
                || doubts.contains(
                        Objects.requireNonNull(first.get(cell)).path().dotted());
    }

    /** The first cell of the row that each cell is in. */
    private static Map<FormCell, FormCell> firstCells(Form form) {
        Map<FormCell, FormCell> first = new HashMap<>();
        FormRow.of(form)
                .forEach(row ->
                        row.cells().forEach(cell -> first.put(cell, row.cells().get(0))));
        return first;
    }

    private static RecognizedReport figures(String html) throws UnreadableDocument {
        return ReportRecognizer.recognize(
                        HtmlDocument.read(html.getBytes(StandardCharsets.UTF_8)), Workplace.FORMS, folder)
                .orElseThrow();
    }

    private static <T> T any(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private static void damage(Document page, Damage damage, Random random) {
        List<Element> rows = page.select("table tr:has(td)");
        Element row = any(rows, random);
        switch (damage) {
            case ROW_LOST ->
                any(
                                rows.stream()
                                        .filter(one -> one.select("[rowspan]").isEmpty())
                                        .toList(),
                                random)
                        .remove();
            case CELL_BLANKED -> any(page.select("td"), random).text("");
            case CELL_LOST -> any(page.select("td"), random).remove();
            case LABEL_MISSPELT -> misspell(any(row.select("th"), random), random);
            case LABEL_LOST -> row.select("th").last().text("");
            case COLUMN_LOST -> {
                int column = 1 + random.nextInt(7);
                rows.forEach(one -> {
                    List<Element> cells = one.select("td");
                    if (cells.size() == 7) {
                        cells.get(column - 1).remove();
                    }
                });
            }
            case ROWS_SWAPPED -> {
                List<Element> whole = rows.stream()
                        .filter(one -> one.select("[rowspan]").isEmpty())
                        .toList();
                int at = random.nextInt(whole.size() - 1);
                Element one = whole.get(at);
                Element other = whole.get(at + 1 + random.nextInt(whole.size() - at - 1));
                Element copy = one.clone();
                one.replaceWith(other.clone());
                other.replaceWith(copy);
            }
            case ROW_DOUBLED -> row.after(row.clone());
            case HEAD_LOST -> any(page.select("thead"), random).remove();
            case TABLE_CUT -> {
                Element table = row.closest("table");
                Element rest = new Element("table");
                List<Element> behind = new ArrayList<>(table.select("tr:has(td)"));
                behind = behind.subList(behind.indexOf(row), behind.size());
                behind.forEach(rest::appendChild);
                table.after(rest);
            }
            case COLUMNS_SWAPPED -> {
                int one = random.nextInt(7);
                int other = random.nextInt(7);
                rows.forEach(each -> {
                    List<Element> cells = each.select("td");
                    if (cells.size() == 7) {
                        String text = cells.get(one).text();
                        cells.get(one).text(cells.get(other).text());
                        cells.get(other).text(text);
                    }
                });
                swapHeads(page, one, other);
            }
        }
    }

    private static void swapHeads(Document page, int one, int other) {
        List<Element> heads = new ArrayList<>();
        for (String label : List.of("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")) {
            page.select("thead th").stream()
                    .filter(head -> head.text().replace(" ", "").equals(label))
                    .findFirst()
                    .ifPresent(heads::add);
        }
        String text = heads.get(one).text();
        heads.get(one).text(heads.get(other).text());
        heads.get(other).text(text);
    }

    private static void misspell(Element label, Random random) {
        StringBuilder text = new StringBuilder(label.text());
        if (text.length() > 0) {
            int at = random.nextInt(text.length());
            if (random.nextBoolean()) {
                text.deleteCharAt(at);
            } else {
                text.setCharAt(at, '错');
            }
        }
        label.text(text.toString());
    }
}
