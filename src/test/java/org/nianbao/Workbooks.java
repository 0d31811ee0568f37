package org.nianbao;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Workbooks as an office makes them: a report's text in the first column, its tables below with merged cells. */
final class Workbooks {
    private Workbooks() {}

    /** The workbook of a rendered page. */
    static byte[] of(String html) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = workbook.createSheet("年报");
            int next = 0;
            for (Element part : Jsoup.parse(html).body().select("h1, h2, h3, h4, p, table")) {
                if (part.normalName().equals("table")) {
                    next = table(part, sheet, next);
                } else if (part.closest("table, figure, [hidden]") == null) {
                    sheet.createRow(next++).createCell(0).setCellValue(part.text());
                }
            }
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static int table(Element table, Sheet sheet, int first) {
        Set<String> taken = new HashSet<>();
        int row = first;
        for (Element tr : table.select("tr")) {
            Row line = sheet.createRow(row);
            int column = 0;
            for (Element cell : tr.select("td, th")) {
                while (taken.contains(row + "," + column)) {
                    column++;
                }
                int rows = cell.hasAttr("rowspan") ? Integer.parseInt(cell.attr("rowspan")) : 1;
                int columns = cell.hasAttr("colspan") ? Integer.parseInt(cell.attr("colspan")) : 1;
                for (int r = row; r < row + rows; r++) {
                    for (int c = column; c < column + columns; c++) {
                        taken.add(r + "," + c);
                    }
                }
                if (rows * columns > 1) {
                    sheet.addMergedRegion(new CellRangeAddress(row, row + rows - 1, column, column + columns - 1));
                }
                write(line.createCell(column), cell.text());
            }
            row++;
        }
        return row + 1;
    }

    private static void write(Cell cell, String text) {
        if (text.matches("[0-9]{1,15}(?:\\.[0-9]*[1-9])?")) {
            cell.setCellValue(Double.parseDouble(text));
        } else {
            cell.setCellValue(text);
        }
    }
}
