package org.nianbao.listing;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import org.nianbao.console.DiagnosticText;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.FileDiagnostics;
import org.nianbao.diagnostic.Message;

/**
 * The list for a terminal: every diagnostic, then a summary in one line. Where a diagnostic names no file, a line with the
 * file's name precedes those of that file. A file without diagnostics is only counted.
 */
final class TextListing extends Listing {
    TextListing(Writer out, ListingSettings settings) {
        super(out, settings);
    }

    @Override
    ListingPart part(FileDiagnostics file, Tally own) {
        List<Diagnostic> shown = settings.all() ? file.diagnostics() : file.summarized();
        String text = shown.stream()
                .map(diagnostic -> DiagnosticText.of(diagnostic, settings.locale(), settings.style()))
                .collect(Collectors.joining());
        String heading = isNamed(file) ? "" : Message.of("of-file", file.name()).in(settings.locale()) + "\n";
        return () -> {
            out.write(heading + text);
            out.flush();
        };
    }

    /** Whether each diagnostic names the file. */
    private boolean isNamed(FileDiagnostics file) {
        return file.listed().stream()
                .filter(diagnostic -> diagnostic.span().isEmpty())
                .allMatch(diagnostic -> diagnostic.fact().in(settings.locale()).contains(file.name()));
    }

    @Override
    public void close() throws IOException {
        out.write(tally().summary(settings.locale()) + "\n");
        out.flush();
    }
}
