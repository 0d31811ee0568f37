package org.nianbao.listing;

import java.io.IOException;
import java.io.Writer;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.FileDiagnostics;
import org.nianbao.diagnostic.Source;
import org.nianbao.diagnostic.SourceSpan;
import org.nianbao.diagnostic.TextEdit;
import org.nianbao.json.JsonWriter;

/** The list as JSON, a line for each file; {@code src/docs/check-output.md} documents it. */
final class JsonListing extends Listing {
    private static final int VERSION = 1;

    /** Before the next file. */
    private String separator = "";

    JsonListing(Writer out, ListingSettings settings) throws IOException {
        super(out, settings);
        String head = JsonWriter.members(json -> {
            json.number("version", VERSION);
            json.text("program", settings.program() + " " + settings.version());
        });
        out.write("{" + head + ",\"files\":[");
    }

    @Override
    ListingPart part(FileDiagnostics file, Tally own) {
        String line = JsonWriter.object(json -> file(json, file, own));
        boolean listed = !file.isNoFile() || own.diagnostics() > 0;
        return () -> {
            if (listed) {
                out.write(separator + "\n" + line);
                separator = ",";
            }
        };
    }

    private void file(JsonWriter json, FileDiagnostics file, Tally own) {
        if (!file.isNoFile()) {
            json.text("file", file.name());
        }
        counts(json, own);
        json.objects("problems", file.listed(), diagnostic -> diagnostic(json, diagnostic, file.name()));
    }

    private static void counts(JsonWriter json, Tally tally) {
        json.number("errors", tally.errors());
        json.number("warnings", tally.warnings());
        json.number("hints", tally.hints());
        json.number("accepted", tally.accepted());
    }

    private void diagnostic(JsonWriter json, Diagnostic diagnostic, String file) {
        json.text("severity", diagnostic.severity().written());
        json.text("id", diagnostic.id());
        diagnostic.span().ifPresent(place -> {
            if (!place.source().name().equals(file)) {
                json.text("file", place.source().name());
            }
            point(json, place);
            if (place.origin().isEmpty()) {
                json.number("length", place.length());
            }
        });
        json.text("subject", diagnostic.subject());
        json.text("quote", diagnostic.quote());
        json.text("message", diagnostic.fact().in(settings.locale()));
        json.text("help", diagnostic.help().in(settings.locale()));
        if (!diagnostic.related().isEmpty()) {
            json.objects("related", diagnostic.related(), other -> {
                json.text("file", other.span().source().name());
                point(json, other.span());
                json.text("message", other.words().in(settings.locale()));
            });
        }
        diagnostic
                .span()
                .map(SourceSpan::source)
                .filter(source -> !diagnostic.edits().isEmpty())
                .ifPresent(source -> json.objects("fix", diagnostic.edits(), edit -> {
                    region(json, source, edit);
                    json.text("text", edit.text());
                }));
    }

    private static void region(JsonWriter json, Source source, TextEdit edit) {
        Source.Position start = source.position(edit.start());
        Source.Position end = source.position(edit.end());
        json.number("line", start.line());
        json.number("column", start.column());
        json.number("endLine", end.line());
        json.number("endColumn", end.column());
    }

    /** Line and column or, in a document of another program, the place in words. */
    private void point(JsonWriter json, SourceSpan place) {
        place.origin().ifPresentOrElse(in -> json.text("place", in.in(settings.locale())), () -> {
            json.number("line", place.line());
            json.number("column", place.column());
        });
    }

    @Override
    public void close() throws IOException {
        String summary = JsonWriter.members(json -> json.object("summary", () -> {
            Tally tally = tally();
            json.number("files", tally.files());
            json.number("filesWithErrors", tally.withErrors());
            json.number("filesWithWarnings", tally.withWarnings());
            json.number("filesWithHints", tally.withHints());
            json.number("filesClean", tally.clean());
            counts(json, tally);
        }));
        out.write("]," + summary + "}\n");
        out.flush();
    }
}
