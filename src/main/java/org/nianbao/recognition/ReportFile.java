package org.nianbao.recognition;

import java.nio.file.Path;
import java.util.Optional;
import org.nianbao.input.Forms;
import org.nianbao.input.InputReader;
import org.nianbao.input.Reading;

/** Reads a report from an input, or from a document of another program as if it were one. */
public final class ReportFile {
    private ReportFile() {}

    /**
     * Reads a file. Diagnostics of a document have their places in it; what is in doubt is among them.
     *
     * @param name of the file in messages
     */
    public static Reading read(Path file, String name, Forms forms) {
        if (!DocumentReader.reads(name)) {
            return InputReader.read(file, name, forms);
        }
        Import imported = Import.of(
                file, name, file.toAbsolutePath().resolveSibling(""), forms, Optional.empty(), Optional.empty());
        return imported.report()
                .map(report -> ImportedInput.read(report, file, name, forms))
                .orElseGet(() ->
                        new Reading(Optional.empty(), imported.error().stream().toList()));
    }
}
