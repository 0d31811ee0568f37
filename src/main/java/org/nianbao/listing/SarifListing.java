package org.nianbao.listing;

import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nianbao.console.Snippet;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.FileDiagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.Severity;
import org.nianbao.diagnostic.Source;
import org.nianbao.diagnostic.SourceSpan;
import org.nianbao.json.JsonWriter;

/**
 * The list as SARIF 2.1.0, an OASIS standard that code hosts and editors read. Each result is a line. The rules follow the
 * results, which determine them.
 */
final class SarifListing extends Listing {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

    /** Width of the context region, in columns of a terminal. */
    private static final int CONTEXT = 240;

    private final Map<String, Integer> rules = new LinkedHashMap<>();

    /** Before the next result. */
    private String separator = "";

    SarifListing(Writer out, ListingSettings settings) throws IOException {
        super(out, settings);
        String log = JsonWriter.members(json -> {
            json.text("version", "2.1.0");
            json.text("$schema", SCHEMA);
        });
        String run = JsonWriter.members(json -> {
            json.text("language", settings.language());
            json.text("columnKind", "unicodeCodePoints");
        });
        out.write("{" + log + ",\"runs\":[{" + run + ",\"results\":[");
    }

    /**
     * A result without its rule, whose number depends on the results before it.
     *
     * @param members JSON
     */
    private record SarifResult(String rule, String members) {}

    @Override
    ListingPart part(FileDiagnostics file, Tally own) {
        List<SarifResult> results = file.listed().stream()
                .map(diagnostic ->
                        new SarifResult(diagnostic.id(), JsonWriter.members(json -> result(json, diagnostic, file))))
                .toList();
        return () -> {
            for (SarifResult result : results) {
                rules.putIfAbsent(result.rule(), rules.size());
                String rule = JsonWriter.members(json -> {
                    json.text("ruleId", result.rule());
                    json.number("ruleIndex", rules.getOrDefault(result.rule(), 0));
                });
                out.write(separator + "\n{" + rule + "," + result.members() + "}");
                separator = ",";
            }
        };
    }

    private void result(JsonWriter json, Diagnostic diagnostic, FileDiagnostics file) {
        json.text("level", level(diagnostic.severity()));
        message(json, "message", message(diagnostic));
        if (diagnostic.span().isPresent() || !file.isNoFile()) {
            json.objects("locations", List.of(diagnostic), location -> {
                json.object(
                        "physicalLocation",
                        () -> location.span()
                                .ifPresentOrElse(place -> place(json, place), () -> artifact(json, file.name())));
                location.span().flatMap(SourceSpan::origin).ifPresent(in -> message(json, "message", in));
            });
        }
        if (!diagnostic.related().isEmpty()) {
            json.objects("relatedLocations", diagnostic.related(), other -> {
                json.object("physicalLocation", () -> place(json, other.span()));
                message(json, "message", other.words());
            });
        }
        diagnostic
                .span()
                .map(SourceSpan::source)
                .filter(source -> !diagnostic.edits().isEmpty())
                .ifPresent(source -> json.objects("fixes", List.of(diagnostic), fixed -> fix(json, fixed, source)));
        json.object("partialFingerprints", () -> json.text("problem/v1", fingerprint(diagnostic)));
    }

    /** The changes that {@code check --fix} makes (3.55); their regions end behind the last character (3.30.8). */
    private void fix(JsonWriter json, Diagnostic diagnostic, Source source) {
        message(json, "description", diagnostic.help());
        json.objects("artifactChanges", List.of(source), changed -> {
            artifact(json, changed.name());
            json.objects("replacements", diagnostic.edits(), edit -> {
                Source.Position start = changed.position(edit.start());
                Source.Position end = changed.position(edit.end());
                json.object("deletedRegion", () -> {
                    json.number("startLine", start.line());
                    json.number("startColumn", start.column());
                    json.number("endLine", end.line());
                    json.number("endColumn", end.column());
                });
                json.object("insertedContent", () -> json.text("text", edit.text()));
            });
        });
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case HINT -> "note";
        };
    }

    private static Message message(Diagnostic diagnostic) {
        return locale -> diagnostic.fact().in(locale)
                + "\n"
                + Message.of("help").in(locale)
                + diagnostic.help().in(locale);
    }

    /** A message; braces are doubled, since a single one begins a placeholder (3.11.5). */
    private void message(JsonWriter json, String name, Message message) {
        String words = message.in(settings.locale());
        json.object(name, () -> json.text("text", words.replace("{", "{{").replace("}", "}}")));
    }

    private static void place(JsonWriter json, SourceSpan place) {
        artifact(json, place.source().name());
        if (place.origin().isPresent()) {
            return; // a place in words is the message of the location
        }
        int end = place.column() + place.length();
        region(json, "region", place.line(), place.column(), end, place.words());
        Snippet snippet = Snippet.around(place, CONTEXT);
        String words = snippet.before() + snippet.marked() + snippet.after();
        int from = place.column() - codePoints(snippet.before());
        int to = from + codePoints(words);
        if (to >= end && (from < place.column() || to > end)) { // more than the region, as 3.29.5 wants it
            region(json, "contextRegion", place.line(), from, to, words);
        }
    }

    private static int codePoints(String words) {
        return words.codePointCount(0, words.length());
    }

    private static void region(JsonWriter json, String name, int line, int from, int to, String words) {
        json.object(name, () -> {
            json.number("startLine", line);
            json.number("startColumn", from);
            json.number("endColumn", to);
            if (!words.isEmpty()) {
                json.object("snippet", () -> json.text("text", words));
            }
        });
    }

    private static void artifact(JsonWriter json, String file) {
        json.object("artifactLocation", () -> json.text("uri", uri(file)));
    }

    /** A path as a URI reference (RFC 3986): relative if the path is, with slashes, UTF-8 percent-encoded. */
    static String uri(String file) {
        String path = file.replace(File.separatorChar, '/');
        int drive = path.matches("[A-Za-z]:/.*") ? 2 : 0;
        String start = drive > 0 ? "file:///" + path.substring(0, drive) : path.startsWith("/") ? "file://" : "";
        String encoded = URLEncoder.encode(path.substring(drive).replaceFirst("^(\\./)+", ""), StandardCharsets.UTF_8);
        return start
                + encoded.replace("+", "%20")
                        .replace("*", "%2A")
                        .replace("%7E", "~")
                        .replace("%2F", "/");
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
        String tool = JsonWriter.members(json -> json.object(
                "tool",
                () -> json.object("driver", () -> {
                    json.text("name", settings.program());
                    json.text("version", settings.version());
                    json.text("language", settings.language());
                    json.objects("rules", rules.keySet(), id -> {
                        json.text("id", id);
                        Message general = Message.general(id).orElse(Message.of("a-rule-of-the-form", id));
                        message(json, "shortDescription", general);
                    });
                })));
        out.write("]," + tool + "}]}\n");
        out.flush();
    }
}
