package org.nianbao.invariant;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.SmallReport;
import org.nianbao.Workplace;

@DisplayName("A table longer than a page keeps its text, and its labels are on each page")
class LongTablesTest {
    /** The least height of a row, in points. */
    private static final double ROW = 10;

    /** The lines of a page, and those of half a page of a table. */
    private static final int LINES = 22;

    private static final int HIGH = 28;

    private static final String LINE = "本机关按规定公开政府信息。\n";
    private static final String WORDS_OF_LINE = "网站和新媒体平台公开的各类政府信息";

    @TempDir
    private Path folder;

    @Test
    void ofGroupsAndLabelsOfEveryLength() {
        hold(IntStream.range(0, 10));
    }

    @Test
    @Tag("slow")
    void ofFortyMore() {
        hold(IntStream.range(10, 50));
    }

    private void hold(IntStream seeds) {
        Workplace place = new Workplace(folder);
        place.copyFromCheckout("templates");
        List<GeneratedTable> tables = seeds.mapToObj(GeneratedTable::new).toList();
        for (GeneratedTable table : tables) {
            place.write("templates/" + table.name() + "/form.yaml", table.form());
            place.write("templates/" + table.name() + "/report.ftlh", table.template());
            place.write(table.name() + ".yaml", table.report());
        }
        List<String> words =
                new ArrayList<>(List.of("render", "--format", "html,pdf,docx", "--templates", "templates"));
        tables.forEach(table -> words.add(table.name() + ".yaml"));
        Workplace.Run run = place.nianbao(words.toArray(String[]::new));
        assertEquals(0, run.status(), run.err());
        List<String> faults = new ArrayList<>();
        for (GeneratedTable table : tables) {
            RenderedReport report = new RenderedReport(table.name(), table.texts(), place, "output/" + table.name());
            List<String> found = new ArrayList<>(new Places().faults(report));
            found.addAll(new SameText().faults(report));
            PaperPage.of(report.bytes("pdf")).forEach(page -> label(page, found));
            if (!docx(report.bytes("docx")).contains(String.join("", table.texts()))) {
                found.add("the texts of the DOCX differ");
            }
            found.forEach(fault -> faults.add(table.name() + ": " + fault));
        }
        assertEquals("", String.join("\n", faults));
    }

    @Test
    void noHeadIsPartedFromItsTableWhereverThatBegins() {
        List<String> texts = new ArrayList<>();
        for (int seed = 0; seed < 4; seed++) {
            Random random = new Random(seed);
            StringBuilder prose = new StringBuilder();
            for (int i = 0; i < 30; i++) {
                prose.append(LINE.repeat(random.nextInt(8) + 1));
                prose.append(table(random, seed % 2 == 0 ? 12 : 45)).append('\n');
            }
            texts.add(prose.toString());
        }
        holdPlaces(texts);
    }

    /** Heads and rows are up to half a page high; the first table of each report begins a line lower. */
    @Test
    void noHighHeadIsPartedFromItsFirstRow() {
        List<String> texts = new ArrayList<>();
        for (int line = 1; line <= LINES; line++) {
            Random random = new Random(line);
            StringBuilder prose = new StringBuilder(LINE.repeat(line));
            for (int i = 0; i < 8; i++) {
                prose.append(row(random, HIGH)).append("| --- | --- |\n");
                for (int rows = random.nextInt(4); rows >= 0; rows--) {
                    prose.append(row(random, HIGH));
                }
                prose.append('\n').append(LINE);
            }
            texts.add(prose.toString());
        }
        holdPlaces(texts);
    }

    private void holdPlaces(List<String> texts) {
        Workplace place = new Workplace(folder);
        List<String> words = new ArrayList<>(List.of("render", "--format", "pdf"));
        for (int i = 0; i < texts.size(); i++) {
            words.add("tables" + i + ".yaml");
            place.write(
                    "tables" + i + ".yaml",
                    SmallReport.of("柳河县档案局", 2023).overall(texts.get(i)).toString());
        }
        Workplace.Run run = place.nianbao(words.toArray(String[]::new));
        assertEquals(0, run.status(), run.err());
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            String name = "tables" + i;
            Places.faults(place.bytes("output/" + name + ".pdf")).forEach(fault -> faults.add(name + ": " + fault));
        }
        assertEquals("", String.join("\n", faults));
    }

    /** A row of two cells, of which the first has up to {@code most} lines in its half of the table. */
    private static String row(Random random, int most) {
        return "| %s | %s |\n".formatted(WORDS_OF_LINE.repeat(1 + random.nextInt(most)), WORDS_OF_LINE);
    }

    private static String table(Random random, int most) {
        String head = random.nextBoolean() ? "| 渠道 | 条数 |\n" : "| %s | 条数 |\n".formatted("渠道和名称".repeat(12));
        return head
                + "| --- | --- |\n"
                + random.ints(1L + random.nextInt(most), 1, 3)
                        .mapToObj(lines -> "| %s | 1 |\n".formatted("网站和新媒体平台".repeat(lines == 1 ? 1 : 6)))
                        .collect(Collectors.joining());
    }

    /** Each page with a row of the table has a label in the first column, and no page but the last has other text only. */
    private static void label(PaperPage page, List<String> faults) {
        List<Rectangle2D> rules = page.rules().stream()
                .sorted(Comparator.comparing(Rectangle2D::getMinX))
                .toList();
        if (rules.isEmpty()) {
            return;
        }
        double left = rules.get(0).getMinX();
        double head = rules.stream().mapToDouble(Rectangle2D::getMinY).min().orElseThrow() + 2 * ROW;
        double right = rules.stream()
                .filter(rule -> rule.getMaxY() > head + ROW)
                .mapToDouble(Rectangle2D::getMinX)
                .filter(x -> x > left + 2)
                .min()
                .orElse(-1);
        if (right < 0) {
            faults.add(page.number() + ": nothing but the head of the table");
        } else if (page.glyphs().stream()
                .noneMatch(glyph -> glyph.isInk()
                        && glyph.box().getMinY() > head
                        && glyph.box().getCenterX() > left
                        && glyph.box().getCenterX() < right)) {
            faults.add(page.number() + ": no label");
        }
    }

    /** The text of the last column but one of a DOCX's table, without the head. */
    private static String docx(byte[] bytes) {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            List<XWPFTableRow> rows = document.getTables().get(0).getRows();
            return rows.stream()
                    .skip(1)
                    .map(row -> row.getCell(row.getTableCells().size() - 2)
                            .getText()
                            .strip())
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
