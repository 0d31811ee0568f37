package org.nianbao.serve;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.Severity;
import org.nianbao.json.JsonWriter;
import org.nianbao.pipeline.RenderedReport;
import org.nianbao.pipeline.Renderer;
import org.nianbao.report.Report;

/** What browsers can ask for below {@code /api/}. The contract with the front end is in {@code internals.md}. */
final class Api {
    private static final String REPORTS = "/api/reports";

    private static final String PAGE_POLICY =
            "sandbox allow-same-origin; default-src 'none'; style-src 'unsafe-inline';"
                    + " img-src 'self' data:; font-src 'self' data:; frame-ancestors 'self'";

    private final Workspace workspace;
    private final Documents documents;
    private final Events events;
    private final NewReports newReports;
    private final boolean readOnly;

    Api(Workspace workspace, Documents documents, Events events, NewReports newReports, boolean readOnly) {
        this.workspace = workspace;
        this.documents = documents;
        this.events = events;
        this.newReports = newReports;
        this.readOnly = readOnly;
    }

    void handle(Request request) throws IOException {
        String path = request.path();
        if (request.isPost() && readOnly) {
            throw new RequestRefused(403, Message.of("serve-read-only"));
        }
        if (path.equals(REPORTS) && request.isGet()) {
            request.answer(200, json -> list(json, request.locale()));
        } else if (path.equals("/api/events") && request.isGet()) {
            events.listen(request.exchange());
        } else if (path.equals("/api/import") && request.isPost()) {
            newReports.imported(request);
        } else if (path.equals("/api/new") && request.isPost()) {
            newReports.blank(request);
        } else if (path.startsWith(REPORTS + "/")) {
            String[] parts = path.substring(REPORTS.length() + 1).split("/", -1);
            OpenReport report = workspace.report(Request.decoded(parts[0]));
            String action = String.join("/", List.of(parts).subList(1, parts.length));
            if (request.isGet()) {
                get(request, report, action);
            } else {
                post(request, report, action);
            }
        } else {
            throw notFound();
        }
    }

    private static RequestRefused notFound() {
        return new RequestRefused(404, Message.of("serve-bad-request"));
    }

    private void list(JsonWriter json, Locale locale) {
        json.text("folder", String.valueOf(workspace.folder().getFileName()));
        json.flag("readOnly", readOnly);
        json.text("saveMode", workspace.isManual() ? "manual" : "typing");
        json.text("language", Message.chinese(locale) ? "zh" : "en");
        json.values("forms", workspace.engine().forms().names());
        json.objects("reports", reports(), report -> entry(report, json));
    }

    private List<OpenReport> reports() {
        List<OpenReport> reports = new ArrayList<>();
        try {
            for (String id : workspace.ids()) {
                reports.add(workspace.report(id));
            }
        } catch (IOException | RequestRefused e) {
            return reports; // a file that went away meanwhile
        }
        return reports;
    }

    private static void entry(OpenReport open, JsonWriter json) {
        OpenReport.Snapshot snapshot = open.snapshot();
        List<Diagnostic> found = snapshot.inspected().findings().diagnostics();
        Optional<Report> report = snapshot.inspected().read().map(filled -> filled.report());
        int errors = (int) found.stream().filter(Diagnostic::isError).count();
        int unfilled = (int) found.stream().filter(Diagnostic::isToFillIn).count();
        json.text("id", snapshot.id());
        json.text("file", snapshot.id());
        json.text("agency", report.flatMap(Report::agency));
        report.flatMap(Report::year).ifPresent(year -> json.number("year", year));
        json.number("errors", errors);
        json.number("warnings", (int) found.stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.WARNING && !diagnostic.isToFillIn())
                .count());
        json.number("unfilled", unfilled);
        json.text(
                "state", report.isEmpty() ? "unreadable" : errors > 0 ? "errors" : unfilled > 0 ? "unfilled" : "done");
    }

    private void get(Request request, OpenReport report, String action) throws IOException {
        if (action.isEmpty()) {
            if (report.refresh()) {
                workspace.changed(report);
            }
            OpenReport.Snapshot snapshot = report.snapshot();
            request.answer(200, json -> new StateJson(snapshot, request.locale(), json).write(true));
        } else if (action.equals("page")) {
            page(request, report);
        } else if (action.startsWith("documents/")) {
            document(request, report, action.substring("documents/".length()));
        } else if (action.equals("compare")) {
            html(request, newReports.comparison(report, request.locale()));
        } else {
            throw notFound();
        }
    }

    private void page(Request request, OpenReport report) throws IOException {
        html(request, documents.page(report));
    }

    private static void html(Request request, Optional<String> page) throws IOException {
        if (page.isEmpty()) {
            throw new RequestRefused(422, Message.of("serve-no-page"));
        }
        request.header("Content-Security-Policy", PAGE_POLICY);
        request.answer(200, "text/html; charset=utf-8", page.get().getBytes(StandardCharsets.UTF_8));
    }

    private void document(Request request, OpenReport report, String format) throws IOException {
        String type = Documents.TYPES.get(format);
        if (type == null) {
            throw notFound();
        }
        byte[] bytes = documents
                .document(report, format)
                .orElseThrow(() -> new RequestRefused(422, Message.of("serve-no-page")));
        String name = Renderer.baseName(report.path()) + "." + format;
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        request.header("Content-Disposition", "attachment; filename*=UTF-8''" + encoded);
        request.header("Content-Security-Policy", PAGE_POLICY);
        request.answer(200, type, bytes);
    }

    private void post(Request request, OpenReport report, String action) throws IOException {
        Map<String, @Nullable Object> body = request.json();
        switch (action) {
            case "edit" -> {
                List<OpenReport.ExpectedEdit> edits = Bodies.edits(body);
                answer(request, report, report.edit(Bodies.revision(body), edits));
            }
            case "text" -> answer(request, report, report.change(Bodies.revision(body), Bodies.changes(body)));
            case "save" -> {
                OpenReport.Snapshot saved = report.save();
                workspace.changed(report);
                request.answer(200, json -> new StateJson(saved, request.locale(), json).write(false));
            }
            case "render" -> rendered(request, documents.write(report));
            default -> throw notFound();
        }
    }

    private void answer(Request request, OpenReport report, OpenReport.Outcome outcome) throws IOException {
        Locale locale = request.locale();
        OpenReport.Snapshot snapshot = outcome.snapshot();
        if (outcome.isRefused()) {
            request.answer(422, json -> {
                json.text("message", Message.of("serve-type-in-yaml").in(locale));
                json.object("state", () -> new StateJson(snapshot, locale, json).write(false));
            });
        } else if (!outcome.conflicts().isEmpty()) {
            request.answer(409, json -> {
                json.object("state", () -> new StateJson(snapshot, locale, json).write(false));
                json.objects("conflicts", outcome.conflicts(), conflict -> {
                    json.text("path", conflict.path());
                    json.text("mine", String.join("\n", conflict.mine()));
                    json.text("theirs", conflict.theirs());
                });
            });
        } else {
            request.answer(200, json -> new StateJson(snapshot, locale, json).write(false));
            workspace.changed(report);
        }
    }

    private void rendered(Request request, RenderedReport rendered) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        rendered.files()
                .keySet()
                .forEach(name ->
                        files.put(name, String.valueOf(documents.output().resolve(name))));
        request.answer(200, json -> {
            json.values("files", files.values());
            json.objects("findings", rendered.findings().diagnostics(), finding -> {
                json.text("severity", finding.severity().name().toLowerCase(Locale.ROOT));
                json.text("rule", finding.id());
                json.text("message", finding.fact().in(request.locale()));
            });
        });
    }
}
