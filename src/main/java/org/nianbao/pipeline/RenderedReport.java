package org.nianbao.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.output.OutputFolder;
import org.nianbao.report.Report;

/**
 * A report that was rendered, in memory.
 *
 * @param report as it was read, if it could be told which form it fills
 * @param diagnostics all that was found
 * @param files the documents by name, in the order of the formats; none if the report was refused
 * @param accepted how many findings stand with a reason
 * @param read the files beside the input that it was made from too, relative to the input's folder
 */
public record RenderedReport(
        Optional<Report> report,
        List<Diagnostic> diagnostics,
        Map<String, byte[]> files,
        int accepted,
        List<String> read) {
    public RenderedReport {
        read = List.copyOf(read);
        diagnostics = List.copyOf(diagnostics);
        files = new LinkedHashMap<>(files);
    }

    /** Puts the documents into a folder; if that fails, it is a problem more, and none of them is there. */
    public Outcome put(OutputFolder output) {
        try {
            output.put(files);
            List<Path> written = files.keySet().stream().map(output::place).toList();
            return new Outcome(diagnostics, written, accepted);
        } catch (IOException e) {
            List<Diagnostic> all = new ArrayList<>(diagnostics);
            all.add(Diagnostic.unwritable(output.place(""), e));
            return new Outcome(all, List.of(), accepted);
        }
    }
}
