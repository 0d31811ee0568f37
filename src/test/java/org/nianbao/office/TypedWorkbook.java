package org.nianbao.office;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.nianbao.blank.Filling;
import org.nianbao.blank.NewInput;
import org.nianbao.form.CellPath;
import org.nianbao.form.Form;
import org.nianbao.form.FormCell;
import org.nianbao.form.Section;
import org.nianbao.report.Report;
import org.nianbao.report.TableWords;
import org.nianbao.workbook.Workbook;

/** A workbook to fill in while somebody types into it. */
final class TypedWorkbook {
    private final Form form;
    private final XSSFWorkbook workbook;
    private final Map<String, CellReference> cells;

    TypedWorkbook(Path file, Form form) throws IOException {
        this.form = form;
        this.workbook = new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(file)));
        this.cells = cells(form);
    }

    /** The place of each figure by its path: that of a number that no other cell has. */
    private static Map<String, CellReference> cells(Form form) throws IOException {
        Map<CellPath, org.nianbao.form.Cell> numbers = new HashMap<>();
        Map<String, String> paths = new HashMap<>();
        for (FormCell cell : form.cells().all()) {
            String number = String.valueOf(1_000_000 + 7919 * numbers.size());
            numbers.put(cell.path(), new org.nianbao.form.Cell.Figure(number, new BigDecimal(number)));
            paths.put(number, cell.path().dotted());
        }
        Filling filling = new Filling(
                Map.of(),
                Map.of(),
                Map.of(),
                Set.of(),
                numbers,
                Set.of(),
                Map.of(),
                TableWords.NONE,
                List.of(),
                List.of(),
                List.of());
        byte[] bytes = Workbook.of(new NewInput.Draft(form, Map.of(), Map.of(), filling, Map.of(), Optional.empty()));
        Map<String, CellReference> cells = new LinkedHashMap<>();
        try (XSSFWorkbook numbered = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            for (Sheet sheet : numbered) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.NUMERIC) {
                            String path = paths.get(BigDecimal.valueOf(cell.getNumericCellValue())
                                    .setScale(0)
                                    .toPlainString());
                            if (path != null) {
                                cells.put(
                                        path,
                                        new CellReference(
                                                sheet.getSheetName(),
                                                cell.getRowIndex(),
                                                cell.getColumnIndex(),
                                                false,
                                                false));
                            }
                        }
                    }
                }
            }
        }
        return cells;
    }

    private Cell at(String path) {
        CellReference reference = cells.get(path);
        return workbook.getSheet(reference.getSheetName())
                .getRow(reference.getRow())
                .getCell(reference.getCol());
    }

    /** The place of a cell as findings name it. */
    String place(String path) {
        CellReference reference = cells.get(path);
        return reference.getSheetName() + "!" + CellReference.convertNumToColString(reference.getCol())
                + (reference.getRow() + 1);
    }

    /** Types all that a report says, but its totals. */
    void type(Report report) {
        for (FormCell cell : form.cells().all()) {
            if (!cell.isTotal()) {
                type(cell.path().dotted(), report.cell(cell.path()).text());
            }
        }
        Sheet text = workbook.getSheetAt(0);
        form.facts()
                .forEach(fact -> report.fact(fact.key())
                        .ifPresent(words ->
                                text.getRow(row(text, fact.key())).getCell(1).setCellValue(words)));
        for (Section section : form.sections()) {
            if (section instanceof Section.ProseSection) {
                int row = row(text, section.heading().orElse(section.key())) + 1;
                for (String line : report.prose(section.key()).lines().toList()) {
                    boolean last = open(text, row) && !open(text, row + 1);
                    Cell cell = text.getRow(row).getCell(1);
                    String before = cell.getStringCellValue();
                    cell.setCellValue(before.isEmpty() ? line : before + "\n" + line);
                    row += last ? 0 : 1;
                }
            }
        }
    }

    void type(String path, String figure) {
        Cell cell = at(path);
        if (cell.getCellType() == CellType.FORMULA) {
            cell.removeFormula();
        }
        if (figure.matches("-?[0-9.]{1,15}")) {
            cell.setCellValue(Double.parseDouble(figure));
        } else if (figure.isEmpty()) {
            cell.setBlank();
        } else {
            cell.setCellValue(figure);
        }
    }

    private static boolean open(Sheet text, int row) {
        return text.getRow(row) != null
                && text.getRow(row).getCell(1) != null
                && !text.getRow(row).getCell(1).getCellStyle().getLocked();
    }

    private static int row(Sheet text, String key) {
        for (Row row : text) {
            Cell cell = row.getCell(0);
            if (cell != null && cell.getStringCellValue().equals(key)) {
                return row.getRowNum();
            }
        }
        throw new AssertionError("no " + key);
    }

    void save(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
    }

    /** What the program computed for a cell. */
    String value(String path) {
        return value(at(path));
    }

    /** What the checks show, without those that hold. */
    List<String> differences() {
        List<String> found = new ArrayList<>();
        for (Sheet sheet : workbook) {
            for (Row row : sheet) {
                for (Cell cell : row) {
                    if (cell.getCellStyle().getDataFormatString().contains("差")
                            && cell.getCachedFormulaResultType() == CellType.NUMERIC) {
                        found.add(value(cell));
                    }
                }
            }
        }
        return found.stream().sorted().toList();
    }

    private static String value(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case NUMERIC ->
                BigDecimal.valueOf(cell.getNumericCellValue())
                        .stripTrailingZeros()
                        .toPlainString();
            case STRING -> cell.getStringCellValue();
            default -> "";
        };
    }
}
