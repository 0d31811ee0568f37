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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.Workplace;

@DisplayName("A table longer than a page keeps its text, and its labels are on each page")
class LongTablesTest {
    private static final int COUNT = 24;

    /** The least height of a row, in points. */
    private static final double ROW = 10;

    @TempDir
    private Path folder;

    @Test
    void ofGroupsAndLabelsOfEveryLength() {
        Workplace place = new Workplace(folder);
        place.copyFromCheckout("templates");
        List<GeneratedTable> tables =
                IntStream.range(0, COUNT).mapToObj(GeneratedTable::new).toList();
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
