package org.nianbao.listing;

import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.nianbao.console.Snippet;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.FileDiagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.Severity;
import org.nianbao.diagnostic.SourceSpan;
import tools.jackson.core.JsonGenerator;

/**
 * The list as SARIF 2.1.0, an OASIS standard that code hosts and editors read. Each result is a line. The rules follow the
 * results, which determine them.
 */
final class SarifListing extends Listing {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

    /** Width of the context region, in columns of a terminal. */
    private static final int CONTEXT = 240;

    /** Characters that need no escape in a path (RFC 3986, 2.3). */
    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

    private final JsonText text = new JsonText();
    private final Map<String, Integer> rules = new LinkedHashMap<>();

    SarifListing(Writer out, ListingSettings settings) {
        super(out, settings);
        text.json()
                .writeStartObject()
                .writeStringProperty("version", "2.1.0")
                .writeStringProperty("$schema", SCHEMA)
                .writeArrayPropertyStart("runs")
                .writeStartObject()
                .writeStringProperty("language", settings.language())
                .writeStringProperty("columnKind", "unicodeCodePoints")
                .writeArrayPropertyStart("results");
    }

    /**
     * A result without the number of its rule, which depends on the results before it.
     *
     * @param gap position of that number, in UTF-16 units
     */
    private record SarifResult(String rule, String json, int gap) {
        String with(int number) {
            return json.substring(0, gap) + number + json.substring(gap);
        }
    }

    @Override
    ListingPart part(FileDiagnostics file, Tally own) {
        List<SarifResult> results = new ArrayList<>();
        file.listed().forEach(diagnostic -> results.add(result(diagnostic, file)));
        return () -> {
            for (SarifResult result : results) {
                rules.putIfAbsent(result.rule(), rules.size());
                text.line(result.with(rules.getOrDefault(result.rule(), 0)));
            }
            out.write(text.take());
        };
    }

    private SarifResult result(Diagnostic diagnostic, FileDiagnostics file) {
        JsonText part = new JsonText();
        JsonGenerator json = part.json()
                .writeStartObject()
                .writeStringProperty("ruleId", diagnostic.id())
                .writeName("ruleIndex")
                .writeRawValue("");
        int gap = part.length();
        json.writeStringProperty("level", level(diagnostic.severity()));
        message(json, "message", message(diagnostic));
        locations(json, diagnostic, file);
        if (!diagnostic.related().isEmpty()) {
            json.writeArrayPropertyStart("relatedLocations");
            diagnostic.related().forEach(other -> related(json, other));
            json.writeEndArray();
        }
        json.writeObjectPropertyStart("partialFingerprints")
                .writeStringProperty("problem/v1", fingerprint(diagnostic))
                .writeEndObject()
                .writeEndObject();
        return new SarifResult(diagnostic.id(), part.take(), gap);
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case HINT -> "note";
        };
    }

    private String message(Diagnostic diagnostic) {
        Locale locale = settings.locale();
        return diagnostic.fact().in(locale) + "\n"
                + Message.of("help").in(locale)
                + diagnostic.help().in(locale);
    }

    /** A message; braces are doubled, since a single one begins a placeholder (3.11.5). */
    private static void message(JsonGenerator json, String name, String words) {
        json.writeObjectPropertyStart(name)
                .writeStringProperty("text", words.replace("{", "{{").replace("}", "}}"))
                .writeEndObject();
    }

    private static void locations(JsonGenerator json, Diagnostic diagnostic, FileDiagnostics file) {
        if (diagnostic.span().isEmpty() && file.isNoFile()) {
            return;
        }
        json.writeArrayPropertyStart("locations").writeStartObject().writeObjectPropertyStart("physicalLocation");
        diagnostic.span().ifPresentOrElse(place -> place(json, place), () -> artifact(json, file.name()));
        json.writeEndObject().writeEndObject().writeEndArray();
    }

    private void related(JsonGenerator json, Diagnostic.Related other) {
        json.writeStartObject().writeObjectPropertyStart("physicalLocation");
        place(json, other.span());
        json.writeEndObject();
        message(json, "message", other.words().in(settings.locale()));
        json.writeEndObject();
    }

    private static void place(JsonGenerator json, SourceSpan place) {
        artifact(json, place.source().name());
        int end = place.column() + place.length();
        region(json, "region", place.line(), place.column(), end, place.words());
        Snippet stretch = Snippet.around(place, CONTEXT);
        int from = place.column() - codePoints(stretch.before());
        int to = place.column() + codePoints(stretch.marked()) + codePoints(stretch.after());
        if (to >= end && (from < place.column() || to > end)) { // more than the region, as 3.29.5 wants it
            region(
                    json,
                    "contextRegion",
                    place.line(),
                    from,
                    to,
                    stretch.before() + stretch.marked() + stretch.after());
        }
    }

    private static int codePoints(String words) {
        return words.codePointCount(0, words.length());
    }

    private static void region(JsonGenerator json, String name, int line, int from, int to, String words) {
        json.writeObjectPropertyStart(name)
                .writeNumberProperty("startLine", line)
                .writeNumberProperty("startColumn", from)
                .writeNumberProperty("endColumn", to);
        if (!words.isEmpty()) {
            json.writeObjectPropertyStart("snippet")
                    .writeStringProperty("text", words)
                    .writeEndObject();
        }
        json.writeEndObject();
    }

    private static void artifact(JsonGenerator json, String file) {
        json.writeObjectPropertyStart("artifactLocation")
                .writeStringProperty("uri", uri(file))
                .writeEndObject();
    }

    /** A path as a URI reference (RFC 3986): relative if the path is, with slashes, UTF-8 percent-encoded. */
    static String uri(String file) {
        String path = file.replace(File.separatorChar, '/');
        int drive = path.matches("[A-Za-z]:/.*") ? 2 : 0;
        String start = drive > 0 ? "file:///" + path.substring(0, drive) : path.startsWith("/") ? "file://" : "";
        StringBuilder uri = new StringBuilder(start);
        for (byte each : path.substring(drive).replaceFirst("^(\\./)+", "").getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (each & 0xFF);
            uri.append(
                    PLAIN.indexOf(character) >= 0
                            ? String.valueOf(character)
                            : String.format("%%%02X", (int) character));
        }
        return uri.toString();
    }

    /** Identifies a finding by its id and subject, so that it stays the same when the finding moves. */
    private static String fingerprint(Diagnostic diagnostic) {
        String about = diagnostic.subject().isEmpty() && diagnostic.quote().isEmpty()
                ? diagnostic.span().map(SourceSpan::words).orElse("")
                : diagnostic.subject().orElse("") + "\n" + diagnostic.quote().orElse("");
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((diagnostic.id() + "\n" + about).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    @Override
    public void close() throws IOException {
        JsonGenerator json = text.json().writeEndArray();
        json.writeObjectPropertyStart("tool")
                .writeObjectPropertyStart("driver")
                .writeStringProperty("name", settings.program())
                .writeStringProperty("version", settings.version())
                .writeStringProperty("language", settings.language())
                .writeArrayPropertyStart("rules");
        rules.keySet().forEach(id -> rule(json, id));
        json.writeEndArray().writeEndObject().writeEndObject(); // rules, driver, tool
        json.writeEndObject().writeEndArray().writeEndObject(); // the run, runs, all of it
        out.write(text.take() + "\n");
        out.flush();
    }

    private void rule(JsonGenerator json, String id) {
        json.writeStartObject().writeStringProperty("id", id);
        message(
                json,
                "shortDescription",
                Message.general(id).orElse(Message.of("a-rule-of-the-form", id)).in(settings.locale()));
        json.writeEndObject();
    }
}
