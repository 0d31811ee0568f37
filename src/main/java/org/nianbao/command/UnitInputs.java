package org.nianbao.command;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nianbao.blank.NewInput;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.input.Forms;
import org.nianbao.input.Reading;
import org.nianbao.recognition.ReportFile;
import org.nianbao.report.Units;
import org.nianbao.workbook.Workbook;

/** Writes an input or a workbook to fill in for each unit of a list, from its latest report where there is one. */
final class UnitInputs {
    private final NewInput input;
    private final Units units;
    private final Map<String, Reading.Filled> earlier = new HashMap<>();
    private final Diagnostics diagnostics;

    /**
     * Reads the earlier reports.
     *
     * @param files of earlier reports, with their names in messages
     * @param diagnostics gets the errors of earlier reports, which are not carried over, and those of {@link #write}
     */
    UnitInputs(NewInput input, Units units, Map<Path, String> files, Diagnostics diagnostics) {
        this.input = input;
        this.units = units;
        this.diagnostics = diagnostics;
        files.forEach((file, name) -> {
            Reading reading = ReportFile.read(file, name, input.forms());
            reading.diagnostics().stream().filter(Diagnostic::isError).forEach(diagnostics::add);
            if (!reading.hasErrors()) {
                reading.filled().ifPresent(this::keep);
            }
        });
    }

    /** Keeps the latest report of a unit. */
    private void keep(Reading.Filled report) {
        report.report().names().stream()
                .flatMap(names -> names.all().stream())
                .flatMap(name -> units.named(name).stream())
                .filter(unit -> unit.aggregate() == report.report().isAggregate())
                .findFirst()
                .ifPresent(unit ->
                        earlier.merge(unit.name(), report, (one, other) -> one.year() >= other.year() ? one : other));
    }

    /**
     * Writes the files. Existing files stay; each is an error.
     *
     * @param folder as typed
     * @param excel whether they are workbooks
     * @param wanted year of the reports; if empty, the one after the latest earlier report
     * @return how many were written
     * @throws UsageError if there is neither a year nor an earlier report
     */
    int write(Path folder, boolean excel, Optional<Integer> wanted, Folders folders) {
        int year = wanted.orElseGet(() -> earlier.values().stream()
                        .mapToInt(Reading.Filled::year)
                        .max()
                        .orElseThrow(() -> new UsageError(Message.of("excel-needs-year")))
                + 1);
        int written = 0;
        for (Units.Unit unit : units.all()) {
            Path file = folder.resolve(NewCommand.fileName(unit.name(), year, excel ? ".xlsx" : ".yaml"));
            Diagnostics own = new Diagnostics();
            boolean isNew = input.write(
                    options(unit.name(), year),
                    excel ? Workbook::of : NewInput.Draft::yaml,
                    folders.at(file),
                    file.toString(),
                    own);
            written += isNew ? 1 : 0;
            own.list().stream()
                    .map(found ->
                            found.id().equals("output-exists") ? found.help(Message.of("excel-exists.help")) : found)
                    .forEach(diagnostics::add);
        }
        return written;
    }

    private NewInput.NewOptions options(String agency, int year) {
        Optional<Reading.Filled> before = Optional.ofNullable(earlier.get(agency));
        List<String> names = input.forms().names();
        String form = before.map(Reading.Filled::form).orElseGet(() -> names.get(0));
        Forms.Edition edition = input.forms()
                .editionFor(form, year)
                .orElseThrow(() -> new UsageError(Message.of(
                        "year-without-edition",
                        year,
                        String.join(
                                ", ",
                                input.editions(form).keySet().stream()
                                        .map(String::valueOf)
                                        .toList()))));
        return new NewInput.NewOptions(edition, agency, year, Optional.empty(), before);
    }
}
