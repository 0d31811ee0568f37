package org.nianbao.command;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.nianbao.compare.UnifiedDiff;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.output.OutputFolder;
import org.nianbao.pipeline.Inspection;
import org.nianbao.pipeline.MendedInput;
import org.nianbao.recognition.DocumentReader;

/**
 * Mends inputs as their diagnostics propose.
 *
 * @param dryRun whether only the differences are printed
 */
record InputMending(Inspection inspection, boolean dryRun, Terminal terminal, Diagnostics diagnostics) {
    /** Mends each file, or prints what would change. A link and a file without write permission stay, with an error. */
    void mend(Map<Path, String> files) {
        files.forEach((file, name) -> {
            try {
                mend(file, name);
            } catch (CharacterCodingException noText) {
                // the check of the file says so
            } catch (IOException e) {
                diagnostics.add(Diagnostic.unwritable(name, e));
            }
        });
    }

    private void mend(Path file, String name) throws IOException {
        if (!Files.isRegularFile(file)) {
            return;
        }
        if (DocumentReader.reads(name)) {
            diagnostics.add(Diagnostic.error("mend-document", name));
            return;
        }
        MendedInput mended = MendedInput.of(inspection, file, name);
        if (!mended.changed()) {
            return;
        }
        if (dryRun) {
            terminal.out().print(UnifiedDiff.of(name, mended.before(), mended.after()));
            terminal.out().flush();
        } else if (Files.isSymbolicLink(file)) {
            diagnostics.add(Diagnostic.error("mend-link", name, file.toRealPath()));
        } else if (!Files.isWritable(file)) {
            diagnostics.add(Diagnostic.error("mend-read-only", name));
        } else {
            OutputFolder.replace(file, mended.after().getBytes(StandardCharsets.UTF_8));
            terminal.err().println(Message.of("mended", name, mended.edits()).in(terminal.locale()));
        }
    }
}
