package org.nianbao.pipeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nianbao.diagnostic.FileDiagnostics;
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
}
