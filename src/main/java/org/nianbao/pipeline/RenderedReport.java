package org.nianbao.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.FileDiagnostics;
import org.nianbao.output.OutputFolder;
import org.nianbao.report.Report;

/**
 * A rendered report, in memory.
 *
 * @param report as it was read, if its form is known
 * @param findings the diagnostics of the input
 * @param files the documents by name, in the order of the formats; none if the report was rejected
 * @param read the other files that it was made from, relative to the input's folder
 */
public record RenderedReport(
        Optional<Report> report, FileDiagnostics findings, Map<String, byte[]> files, List<String> read) {
    public RenderedReport {
        read = List.copyOf(read);
        files = new LinkedHashMap<>(files);
    }

    /** Writes the documents into a folder: all of them or, with one more error, none. */
    Batch.FinishedInput put(OutputFolder output) {
        try {
            output.put(files);
            List<Path> written = files.keySet().stream().map(output::place).toList();
            return new Batch.FinishedInput(
                    written.isEmpty() ? Batch.InputStatus.REFUSED : Batch.InputStatus.RENDERED, findings, written);
        } catch (IOException e) {
            Diagnostics all = Diagnostics.of(findings.diagnostics());
            all.add(Diagnostic.unwritable(output.place(""), e));
            return new Batch.FinishedInput(
                    Batch.InputStatus.REFUSED,
                    new FileDiagnostics(findings.name(), all.sorted(), findings.accepted()),
                    List.of());
        }
    }
}
