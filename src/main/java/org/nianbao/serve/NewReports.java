package org.nianbao.serve;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nianbao.blank.NewInput;
import org.nianbao.compare.ComparisonRenderer;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.input.Forms;
import org.nianbao.input.Reading;
import org.nianbao.pipeline.Producer;
import org.nianbao.pipeline.Renderer;
import org.nianbao.recognition.DocumentReader;
import org.nianbao.recognition.ReportFile;
import org.nianbao.report.Report;

/** Makes inputs in the served folder, blank or from a report of the year before, and compares with that. Thread-safe. */
final class NewReports {
    /** The limit of a document of another program, in bytes. */
    private static final int LONGEST = 64 * 1024 * 1024;

    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 2999;

    /** What is not part of a file's name on every system. */
    private static final Pattern UNNAMED = Pattern.compile("[\\s\\p{Punct}\\p{C}]+");

    private final Workspace workspace;
    private final Path templates;
    private final Producer producer;

    NewReports(Workspace workspace, Path templates, Producer producer) {
        this.workspace = workspace;
        this.templates = templates;
        this.producer = producer;
    }

    /** An input for the year after that of a document, which is carried over. */
    void imported(Request request) throws IOException {
        String name = request.parameter("name").orElseThrow(Bodies::malformed);
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String plain = "document." + ending;
        if (!ending.matches("[a-z0-9]{1,5}") || !(DocumentReader.reads(plain) || Renderer.isInput(Path.of(plain)))) {
            throw new RequestRefused(415, Message.of("serve-unknown-document", name));
        }
        byte[] bytes = request.body(LONGEST);
        Path folder = Files.createTempDirectory("nianbao");
        Path file = folder.resolve(plain);
        try {
            Files.write(file, bytes);
            Reading reading = ReportFile.read(file, name, workspace.engine().forms());
            Optional<Diagnostic> error =
                    reading.diagnostics().stream().filter(Diagnostic::isError).findFirst();
            Reading.Filled filled = reading.filled()
                    .filter(one -> one.report().year().isPresent()
                            && one.report().agency().isPresent())
                    .orElseThrow(() -> new RequestRefused(
                            422, error.map(Diagnostic::fact).orElse(Message.of("serve-unknown-document", name))));
            write(request, options(filled.form(), filled.agency(), filled.year() + 1, Optional.of(filled)));
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    /** A blank input, or one from another of the folder. */
    void blank(Request request) throws IOException {
        Map<String, @Nullable Object> body = request.json();
        Optional<Reading.Filled> earlier = Optional.empty();
        Object from = body.get("from");
        if (from != null) {
            earlier = workspace.report(Bodies.text(from)).snapshot().inspected().read();
        }
        List<String> names = workspace.engine().forms().names();
        String form = earlier.map(Reading.Filled::form)
                .orElseGet(() -> body.get("form") == null ? names.get(0) : Bodies.text(body.get("form")));
        String agency = body.get("agency") == null
                ? earlier.flatMap(one -> one.report().agency()).orElseThrow(Bodies::malformed)
                : Bodies.text(body.get("agency")).strip();
        int year = body.get("year") instanceof Integer number
                ? number
                : earlier.flatMap(one -> one.report().year()).orElseThrow(Bodies::malformed) + 1;
        if (agency.isBlank() || agency.codePoints().anyMatch(Character::isISOControl)) {
            throw new RequestRefused(422, Message.of("agency-one-line"));
        }
        write(request, options(form, agency, year, earlier));
    }

    private NewInput.NewOptions options(String form, String agency, int year, Optional<Reading.Filled> earlier) {
        Forms forms = workspace.engine().forms();
        if (year < FIRST_YEAR || year > LAST_YEAR || !forms.names().contains(form)) {
            throw new RequestRefused(422, Message.of("serve-no-edition", form, year));
        }
        Forms.Edition edition = forms.editionFor(form, year)
                .orElseThrow(() -> new RequestRefused(422, Message.of("serve-no-edition", form, year)));
        return new NewInput.NewOptions(edition, agency, year, Optional.empty(), earlier);
    }

    private void write(Request request, NewInput.NewOptions options) throws IOException {
        if (workspace.isSingle()) {
            throw new RequestRefused(403, Message.of("serve-single"));
        }
        Diagnostics diagnostics = new Diagnostics();
        String stem = UNNAMED.matcher(options.agency()).replaceAll("-") + "-" + options.year();
        String name = stem + ".yaml";
        for (int number = 2; Files.exists(workspace.folder().resolve(name)); number++) {
            name = stem + "-" + number + ".yaml";
        }
        String id = name;
        boolean written = NewInput.open(templates, diagnostics)
                .write(options, NewInput.Draft::yaml, workspace.folder().resolve(id), id, diagnostics);
        if (!written) {
            throw new RequestRefused(
                    422, diagnostics.list().get(diagnostics.size() - 1).fact());
        }
        workspace.watch();
        request.answer(200, json -> {
            json.text("id", id);
            json.values(
                    "doubts",
                    diagnostics.stream()
                            .map(doubt -> doubt.fact().in(request.locale()))
                            .toList());
        });
    }

    /** What changed since the report of the year before, as a web page; empty if that is not in the folder. */
    Optional<String> comparison(OpenReport report, Locale locale) throws IOException {
        Optional<Report> now = report.snapshot().inspected().read().map(filled -> filled.report());
        Optional<Integer> year = now.flatMap(Report::year);
        Optional<String> agency = now.flatMap(Report::agency);
        for (String id : workspace.allIds()) {
            Optional<Report> other = workspace.peek(id);
            boolean isBefore =
                    other.flatMap(Report::year).map(found -> found + 1).equals(year)
                            && other.flatMap(Report::agency).equals(agency);
            if (year.isPresent() && isBefore) {
                Map<Path, String> both = new LinkedHashMap<>();
                both.put(workspace.folder().resolve(id), id);
                both.put(report.path(), String.valueOf(report.path().getFileName()));
                Diagnostics diagnostics = new Diagnostics();
                return ComparisonRenderer.of(both, Optional.empty(), workspace.engine(), diagnostics)
                        .flatMap(renderer ->
                                renderer.write("html", Message.chinese(locale) ? "zh-CN" : "en", producer, diagnostics))
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
            }
        }
        return Optional.empty();
    }
}
