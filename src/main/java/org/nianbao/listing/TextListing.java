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
 * The list for a terminal: every problem as it tells itself, and one line that sums up. A problem begins with its place,
 * and so with its file; where one has no place and does not speak of its file either, a line with the file's name stands
 * before the problems of that file. A file without problems is only counted.
 */
final class TextListing implements Listing {
    private final Writer out;
    private final ListingSettings settings;
    private Tally tally = Tally.NOTHING;

    TextListing(Writer out, ListingSettings settings) {
        this.out = out;
        this.settings = settings;
    }

    @Override
    public ListingPart part(FileDiagnostics file) {
        List<Diagnostic> shown = settings.all() ? file.diagnostics() : file.summarized();
        String text = shown.stream()
                .map(diagnostic -> DiagnosticText.of(diagnostic, settings.locale(), settings.style()))
                .collect(Collectors.joining());
        String heading = isNamed(file) ? "" : Message.of("of-file", file.name()).in(settings.locale()) + "\n";
        Tally own = Tally.of(file);
        return () -> {
            out.write(heading + text);
            out.flush();
            tally = tally.plus(own);
        };
    }

    /** Whether each problem names the file. */
    private boolean isNamed(FileDiagnostics file) {
        return file.listed().stream()
                .filter(diagnostic -> diagnostic.span().isEmpty())
                .allMatch(diagnostic -> diagnostic.fact().in(settings.locale()).contains(file.name()));
    }

    @Override
    public Tally tally() {
        return tally;
    }

    @Override
    public void close() throws IOException {
        out.write(tally.told(settings.locale()) + "\n");
        out.flush();
    }
}
