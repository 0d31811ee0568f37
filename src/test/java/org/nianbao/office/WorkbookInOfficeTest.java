package org.nianbao.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.Cases;
import org.nianbao.FilledWorkbooks;
import org.nianbao.Workplace;
import org.nianbao.form.BlockCells;
import org.nianbao.form.Cell;
import org.nianbao.form.CellLine;
import org.nianbao.form.CellPath;
import org.nianbao.form.CellTerm;
import org.nianbao.form.Form;
import org.nianbao.form.FormCell;
import org.nianbao.form.Identity;
import org.nianbao.form.Term;
import org.nianbao.report.Report;

@Tag("slow")
@DisplayName("LibreOffice computes a workbook as nianbao does, and what it saves is read as the input")
class WorkbookInOfficeTest {
    private static final int CHANGES = 24;

    @TempDir
    private Path folder;

    private Workplace place;
    private LibreOffice office;
    private final Map<String, Report> reports = new LinkedHashMap<>();

    @BeforeEach
    void reports() throws IOException {
        office = new LibreOffice(folder);
        place = new Workplace(folder);
        place.copyFromCheckout("inputs");
        Files.createDirectory(place.at("typed"));
        for (String name : List.of("yanshi-2021", "yima-2023", "hegang-2021")) {
            reports.put(name, FilledWorkbooks.report(place, "inputs/" + name + ".yaml"));
        }
        for (String name : List.of("website", "edition-of-2019")) {
            Cases.placeOf(name, Files.createDirectory(place.at(name)));
            reports.put(name, FilledWorkbooks.report(place, name + "/input.yaml"));
        }
    }

    @Test
    @DisplayName("A workbook that was filled in: every total, no difference, and the same report")
    void filledIn() throws IOException, InterruptedException {
        for (Map.Entry<String, Report> report : reports.entrySet()) {
            TypedWorkbook typed = fresh(report.getKey(), report.getValue());
            typed.type(report.getValue());
            typed.save(place.at("typed/" + report.getKey() + ".xlsx"));
        }
        convert();
        for (Map.Entry<String, Report> report : reports.entrySet()) {
            String name = report.getKey();
            Form form = report.getValue().form();
            Report computed = typed(report.getValue(), Map.of());
            TypedWorkbook saved = new TypedWorkbook(place.at("saved/" + name + ".xlsx"), form);
            for (FormCell cell : form.cells().all()) {
                if (cell.isTotal()) {
                    String path = cell.path().dotted();
                    assertEquals(computed.cell(cell.path()).text(), saved.value(path), name + " " + saved.place(path));
                }
            }
            assertEquals(differences(computed), saved.differences(), name);
            for (String file : List.of("typed/" + name, "saved/" + name)) {
                assertEquals(
                        FilledWorkbooks.words(computed, report.getValue()), FilledWorkbooks.words(back(file)), file);
            }
        }
    }

    @Test
    @DisplayName("Every part is valid by the schemas of ECMA-376")
    void valid() throws IOException {
        for (Map.Entry<String, Report> report : reports.entrySet()) {
            fresh(report.getKey(), report.getValue());
            try (ZipInputStream zip =
                    new ZipInputStream(new ByteArrayInputStream(place.bytes("blank/" + report.getKey() + ".xlsx")))) {
                for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                    // Excel writes it, too, though the schema leaves it out
                    String text = new String(zip.readAllBytes(), StandardCharsets.UTF_8)
                            .replace(" xml:space=\"preserve\"", "");
                    if (part.getName().startsWith("xl/")) {
                        assertEquals(
                                List.of(),
                                Schemas.diagnostics(text.getBytes(StandardCharsets.UTF_8)),
                                report.getKey() + " " + part.getName());
                    }
                }
            }
        }
    }

    @Test
    @DisplayName("Last year's figures are part of the checks across years")
    void acrossYears() throws IOException, InterruptedException {
        place.nianbao("new", "--excel", "--from", "inputs/yima-2023.yaml", "--output", "typed/next.xlsx");
        Report last = reports.get("yima-2023");
        Report report = FilledWorkbooks.report(place, "inputs/yima-2023.yaml");
        TypedWorkbook typed = new TypedWorkbook(place.at("typed/next.xlsx"), report.form());
        String section = "收到和处理政府信息公开申请情况";
        BigDecimal carried = last.cell(section + ".结转下年度继续办理.自然人").value().orElseThrow();
        typed.type(section + ".上年结转.自然人", carried.add(BigDecimal.TEN).toPlainString());
        typed.save(place.at("typed/next.xlsx"));
        convert();
        TypedWorkbook saved = new TypedWorkbook(place.at("saved/next.xlsx"), report.form());
        assertEquals(List.of("10", "10"), saved.differences(), "自然人 and 总计");
    }

    @Test
    @DisplayName("Wrong figures: red by the difference that check finds")
    void wrongFigures() throws IOException, InterruptedException {
        Random random = new Random(17);
        Map<String, Report> wrong = new LinkedHashMap<>();
        Map<String, String> changed = new HashMap<>();
        List<String> names = List.copyOf(reports.keySet());
        for (int i = 0; i < CHANGES; i++) {
            Report report = reports.get(names.get(i % names.size()));
            List<FormCell> counts = report.form().cells().figures().stream()
                    .filter(cell -> cell.spec().type() == org.nianbao.form.CellType.COUNT)
                    .toList();
            FormCell cell = counts.get(random.nextInt(counts.size()));
            BigDecimal value = report.cell(cell.path()).value().orElse(BigDecimal.ZERO);
            BigDecimal other = value.add(BigDecimal.valueOf(1 + random.nextInt(50)));
            String name = names.get(i % names.size()) + "-" + i;
            TypedWorkbook typed = fresh(name, report);
            typed.type(report);
            typed.type(cell.path().dotted(), other.toPlainString());
            typed.save(place.at("typed/" + name + ".xlsx"));
            wrong.put(name, typed(report, Map.of(cell.path(), cell.spec().type().cell(other))));
            changed.put(name, typed.place(cell.path().dotted()));
        }
        convert();
        int red = 0;
        for (Map.Entry<String, Report> report : wrong.entrySet()) {
            String file = "saved/" + report.getKey() + ".xlsx";
            TypedWorkbook saved =
                    new TypedWorkbook(place.at(file), report.getValue().form());
            List<String> expected = differences(report.getValue());
            assertEquals(expected, saved.differences(), report.getKey() + " " + changed.get(report.getKey()));
            String said = place.nianbao("check", file).out();
            boolean found = said.matches("(?s).*(?:error|warning) [AF][1-9]:.*");
            assertEquals(!expected.isEmpty(), found, report.getKey() + ": " + said);
            red += expected.isEmpty() ? 0 : 1;
        }
        assertTrue(red > CHANGES / 2, red + " of " + CHANGES);
    }

    private TypedWorkbook fresh(String name, Report report) throws IOException {
        Form form = report.form();
        String file = "blank/" + name + ".xlsx";
        Workplace.Run run = place.nianbao(
                "new",
                "--excel",
                "--form",
                form.name(),
                "--edition",
                String.valueOf(form.edition()),
                "--agency",
                report.agency().orElseThrow(),
                "--year",
                String.valueOf(report.year().orElseThrow()),
                "--output",
                file);
        assertEquals(0, run.status(), run.err());
        return new TypedWorkbook(place.at(file), form);
    }

    private void convert() throws IOException, InterruptedException {
        try (Stream<Path> files = Files.list(place.at("typed"))) {
            office.convert(files.sorted().toList(), "xlsx", place.at("saved"));
        }
    }

    private Report back(String file) {
        Workplace.Run run = place.nianbao("import", file + ".xlsx", "--into", "back.yaml");
        assertEquals(0, run.status(), file + ": " + run.err());
        Report report = FilledWorkbooks.report(place, "back.yaml");
        place.delete("back.yaml");
        return report;
    }

    /** The report with other figures, its totals computed unless they are among these. */
    private static Report typed(Report report, Map<CellPath, Cell> others) {
        Map<CellPath, Cell> figures = new HashMap<>();
        report.form().cells().all().stream()
                .filter(cell -> !cell.isTotal())
                .forEach(cell -> figures.put(cell.path(), report.cell(cell.path())));
        figures.putAll(others);
        return new Report(report.form(), Map.of(), Optional.empty(), Map.of(), figures);
    }

    /** By how much identities of a report do not hold, those across years left out. */
    private static List<String> differences(Report report) {
        List<String> differences = new ArrayList<>();
        for (BlockCells block : report.form().cells().blocks()) {
            for (Identity identity : block.block().rules()) {
                if (!identity.acrossYears()) {
                    for (CellLine line : block.lines(identity.along())) {
                        Optional<BigDecimal> left = sum(report, identity.left(), line);
                        Optional<BigDecimal> right = sum(report, identity.right(), line);
                        if (left.isPresent()
                                && right.isPresent()
                                && !identity.relation().holds(left.get(), right.get())) {
                            differences.add(left.get()
                                    .subtract(right.get())
                                    .stripTrailingZeros()
                                    .toPlainString());
                        }
                    }
                }
            }
        }
        return differences.stream().sorted().toList();
    }

    private static Optional<BigDecimal> sum(Report report, List<Term> terms, CellLine line) {
        return report.sum(terms.stream()
                .map(term -> new CellTerm(line.cell(term.path()), term.minus()))
                .toList());
    }
}
