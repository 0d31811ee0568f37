package org.nianbao.recognition;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.nianbao.Workplace;
import org.nianbao.output.DocumentInfo;
import org.nianbao.output.ofd.OfdFormat;
import org.nianbao.page.Page;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** A web page as other programs would save it: Word by POI, Excel by POI, a PDF without tags. */
enum OtherPrograms {
    HTML {
        @Override
        byte[] save(Document page) {
            return page.outerHtml().getBytes(StandardCharsets.UTF_8);
        }
    },
    DOCX {
        @Override
        byte[] save(Document page) throws IOException {
            try (XWPFDocument document = new XWPFDocument()) {
                for (Element block : blocks(page)) {
                    if (block.is("table")) {
                        table(document, GridCell.of(block));
                    } else {
                        document.createParagraph().createRun().setText(block.text());
                    }
                }
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                document.write(out);
                return out.toByteArray();
            }
        }

        private static void table(XWPFDocument document, List<GridCell> cells) {
            int rows = cells.stream().mapToInt(GridCell::bottom).max().orElse(0);
            int columns = cells.stream().mapToInt(GridCell::right).max().orElse(0);
            XWPFTable table = document.createTable(rows, columns);
            for (GridCell cell : cells) {
                for (int row = cell.row(); row < cell.bottom(); row++) {
                    XWPFTableCell first = table.getRow(row).getCell(cell.column());
                    var properties = first.getCTTc().isSetTcPr()
                            ? first.getCTTc().getTcPr()
                            : first.getCTTc().addNewTcPr();
                    if (cell.columns() > 1) {
                        properties.addNewGridSpan().setVal(java.math.BigInteger.valueOf(cell.columns()));
                    }
                    if (cell.rows() > 1) {
                        properties.addNewVMerge().setVal(row == cell.row() ? STMerge.RESTART : STMerge.CONTINUE);
                    }
                }
                table.getRow(cell.row()).getCell(cell.column()).setText(cell.text());
            }
            cells.stream().sorted((one, other) -> other.column() - one.column()).forEach(cell -> {
                for (int row = cell.row(); row < cell.bottom(); row++) {
                    for (int column = cell.right() - 1; column > cell.column(); column--) {
                        table.getRow(row).getCtRow().removeTc(column);
                    }
                }
            });
            for (int row = 0; row < rows; row++) { // what no cell covers
                int at = row;
                int covered = (int) cells.stream()
                        .filter(cell -> cell.row() <= at && at < cell.bottom())
                        .count();
                while (table.getRow(row).getCtRow().sizeOfTcArray() > covered) {
                    table.getRow(row).getCtRow().removeTc(covered);
                }
            }
        }
    },
    XLSX {
        @Override
        byte[] save(Document page) throws IOException {
            try (XSSFWorkbook workbook = new XSSFWorkbook()) {
                XSSFSheet sheet = workbook.createSheet("年报");
                int next = 0;
                for (Element block : blocks(page)) {
                    List<GridCell> cells =
                            block.is("table") ? GridCell.of(block) : List.of(new GridCell(0, 0, 1, 1, block.text()));
                    for (GridCell cell : cells) {
                        put(sheet, next + cell.row(), cell);
                    }
                    next += cells.stream().mapToInt(GridCell::bottom).max().orElse(0);
                }
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                workbook.write(out);
                return out.toByteArray();
            }
        }

        private static void put(XSSFSheet sheet, int row, GridCell cell) {
            var line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
            if (cell.text().matches("[0-9]+")) {
                line.createCell(cell.column()).setCellValue(Integer.parseInt(cell.text()));
            } else {
                line.createCell(cell.column()).setCellValue(cell.text());
            }
            if (cell.rows() * cell.columns() > 1) {
                sheet.addMergedRegionUnsafe(new CellRangeAddress(
                        row, row + cell.rows() - 1, cell.column(), cell.column() + cell.columns() - 1));
            }
        }
    },
    PDF {
        @Override
        byte[] save(Document page) throws IOException {
            Document plain = new Document("");
            plain.appendElement("html")
                    .appendElement("head")
                    .appendElement("style")
                    .text(STYLE);
            Element body = plain.child(0).appendElement("body");
            blocks(page).forEach(block -> body.appendChild(block.clone()));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new PdfRendererBuilder()
                    .withW3cDocument(new W3CDom().namespaceAware(false).fromJsoup(plain), "")
                    .useFont(FONT, "song", 400, FontStyle.NORMAL, true)
                    .toStream(out)
                    .run();
            return out.toByteArray();
        }
    },
    OFD {
        @Override
        byte[] save(Document page) throws IOException {
            byte[] pdf = PDF.save(page);
            Page any;
            try {
                any = Page.read(
                        "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"zh\"><head><title>a</title></head><body><main><h1>a</h1></main></body></html>",
                        Page.Styles.of("", ""),
                        Map.of());
            } catch (Page.MalformedPage e) {
                throw new AssertionError(e.kind() + " " + e.about());
            }
            return new OfdFormat((ignored, info) -> pdf).write(any, new DocumentInfo("", Instant.EPOCH, ""));
        }
    },
    TXT {
        @Override
        byte[] save(Document page) {
            StringBuilder text = new StringBuilder();
            for (Element block : blocks(page)) {
                if (block.is("table")) {
                    block.select("tr")
                            .forEach(row -> text.append(
                                            String.join("\t", row.children().eachText()))
                                    .append('\n'));
                } else {
                    text.append(block.text()).append('\n');
                }
            }
            return text.toString().getBytes(StandardCharsets.UTF_8);
        }
    };

    private static final java.io.File FONT = Workplace.CHECKOUT
            .resolve("templates/fonts/NotoSerifSC-Regular.ttf")
            .toFile();

    private static final String STYLE = """
            * { font-family: song; font-weight: normal; font-size: 8pt; }
            table { border-collapse: collapse; width: 100%; margin: 1em 0; }
            td, th { border: 1px solid black; padding: 1px; text-align: center; }
            """;

    abstract byte[] save(Document page) throws IOException;

    /** The paragraphs, headings and tables, in order. */
    static List<Element> blocks(Document page) {
        return page.select("h1, h2, h3, p, table").stream()
                .filter(block ->
                        block.closest("figure") == null && (block.is("table") || block.closest("table") == null))
                .toList();
    }

    /** A cell of a table, with its place. */
    record GridCell(int row, int column, int rows, int columns, String text) {
        int bottom() {
            return row + rows;
        }

        int right() {
            return column + columns;
        }

        /** As HTML places the cells of a table; a span ends with the table. */
        static List<GridCell> of(Element table) {
            List<GridCell> cells = new ArrayList<>();
            Set<List<Integer>> taken = new HashSet<>();
            List<Element> rows = table.select("tr");
            for (int row = 0; row < rows.size(); row++) {
                int column = 0;
                for (Element cell : rows.get(row).children()) {
                    while (taken.contains(List.of(row, column))) {
                        column++;
                    }
                    GridCell placed = new GridCell(
                            row,
                            column,
                            Math.min(span(cell, "rowspan"), rows.size() - row),
                            span(cell, "colspan"),
                            cell.text());
                    for (int below = row; below < placed.bottom(); below++) {
                        for (int beside = column; beside < placed.right(); beside++) {
                            taken.add(List.of(below, beside));
                        }
                    }
                    cells.add(placed);
                    column = placed.right();
                }
            }
            return cells;
        }

        private static int span(Element cell, String name) {
            String written = cell.attr(name);
            return written.isEmpty() ? 1 : Integer.parseInt(written);
        }
    }
}
