package org.nianbao.listing;

import java.io.IOException;
import java.io.Writer;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.FileDiagnostics;
import org.nianbao.diagnostic.SourceSpan;
import tools.jackson.core.JsonGenerator;

/** The list as JSON, a line for each file; {@code src/docs/check-output.md} documents it. */
final class JsonListing extends Listing {
    private static final int VERSION = 1;

    private final JsonText text = new JsonText();

    JsonListing(Writer out, ListingSettings settings) {
        super(out, settings);
        text.json()
                .writeStartObject()
                .writeNumberProperty("version", VERSION)
                .writeStringProperty("program", settings.program() + " " + settings.version())
                .writeArrayPropertyStart("files");
    }

    @Override
    ListingPart part(FileDiagnostics file, Tally own) {
        String line = file(file, own);
        boolean listed = !file.isNoFile() || own.diagnostics() > 0;
        return () -> {
            if (listed) {
                text.line(line);
                out.write(text.take());
            }
        };
    }

    private String file(FileDiagnostics file, Tally own) {
        JsonText part = new JsonText();
        JsonGenerator json = part.json().writeStartObject();
        if (!file.isNoFile()) {
            json.writeStringProperty("file", file.name());
        }
        counts(json, own);
        json.writeArrayPropertyStart("problems");
        file.listed().forEach(diagnostic -> diagnostic(part, diagnostic, file.name()));
        json.writeEndArray().writeEndObject();
        return part.take();
    }

    private static void counts(JsonGenerator json, Tally tally) {
        json.writeNumberProperty("errors", tally.errors())
                .writeNumberProperty("warnings", tally.warnings())
                .writeNumberProperty("hints", tally.hints())
                .writeNumberProperty("accepted", tally.accepted());
    }

    private void diagnostic(JsonText part, Diagnostic diagnostic, String file) {
        JsonGenerator json = part.json()
                .writeStartObject()
                .writeStringProperty("severity", diagnostic.severity().written())
                .writeStringProperty("id", diagnostic.id());
        diagnostic.span().ifPresent(place -> {
            if (!place.source().name().equals(file)) {
                json.writeStringProperty("file", place.source().name());
            }
            point(json, place);
            json.writeNumberProperty("length", place.length());
        });
        part.member("subject", diagnostic.subject());
        part.member("quote", diagnostic.quote());
        json.writeStringProperty("message", diagnostic.fact().in(settings.locale()));
        json.writeStringProperty("help", diagnostic.help().in(settings.locale()));
        if (!diagnostic.related().isEmpty()) {
            json.writeArrayPropertyStart("related");
            diagnostic.related().forEach(other -> related(json, other));
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void related(JsonGenerator json, Diagnostic.Related other) {
        json.writeStartObject()
                .writeStringProperty("file", other.span().source().name());
        point(json, other.span());
        json.writeStringProperty("message", other.words().in(settings.locale())).writeEndObject();
    }

    private static void point(JsonGenerator json, SourceSpan place) {
        json.writeNumberProperty("line", place.line()).writeNumberProperty("column", place.column());
    }

    @Override
    public void close() throws IOException {
        JsonGenerator json = text.json().writeEndArray().writeObjectPropertyStart("summary");
        Tally tally = tally();
        json.writeNumberProperty("files", tally.files())
                .writeNumberProperty("filesWithErrors", tally.withErrors())
                .writeNumberProperty("filesWithWarnings", tally.withWarnings())
                .writeNumberProperty("filesWithHints", tally.withHints())
                .writeNumberProperty("filesClean", tally.clean());
        counts(json, tally);
        json.writeEndObject().writeEndObject();
        out.write(text.take() + "\n");
        out.flush();
    }
}
