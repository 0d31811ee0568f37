package org.nianbao.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nianbao.check.Examined;
import org.nianbao.check.form.Sums;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.foreign.Limits;
import org.nianbao.foreign.UnreadableDocument;
import org.nianbao.form.Fact;
import org.nianbao.form.Form;
import org.nianbao.input.Forms;
import org.nianbao.input.InputReader;
import org.nianbao.input.Reading;
import org.nianbao.output.OutputFolder;
import org.nianbao.recognition.DocumentReader;
import org.nianbao.recognition.ImportedInput;
import org.nianbao.recognition.RecognizedReport;
import org.nianbao.recognition.ReportRecognizer;
import org.nianbao.schema.SchemaFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import}: writes inputs from reports in Word, PDF, HTML or Excel. */
@Command
final class ImportCommand extends Subcommand {
    @Parameters(arity = "1..*", paramLabel = "${bundle:label.inputs}")
    private List<Path> typed = new ArrayList<>();

    @Option(names = "--into", paramLabel = "${bundle:label.file}")
    private @Nullable Path into;

    @Mixin
    private final Options.Agency agency = new Options.Agency();

    @Mixin
    private final Options.Year year = new Options.Year();

    @Override
    boolean run(Terminal terminal, Folders folders) {
        Forms forms = open(folders, Forms::in);
        Diagnostics diagnostics = new Diagnostics();
        Map<Path, String> documents = find(folders, diagnostics);
        terminal.report(diagnostics.first());
        if (into != null && documents.size() > 1) {
            throw new UsageError(Message.of("import-into-one"));
        }
        boolean all = !diagnostics.hasErrors();
        for (Map.Entry<Path, String> document : documents.entrySet()) {
            all &= write(document.getKey(), document.getValue(), forms, terminal, folders);
        }
        return all;
    }

    private Map<Path, String> find(Folders folders, Diagnostics diagnostics) {
        Map<Path, String> found = new LinkedHashMap<>();
        for (Path path : typed) {
            Path place = folders.at(path);
            if (Files.isDirectory(place)) {
                try (Stream<Path> files = Files.list(place)) {
                    files.filter(file -> DocumentReader.reads(file.toString()))
                            .sorted()
                            .forEach(file -> found.put(
                                    file, path.resolve(file.getFileName()).toString()));
                } catch (IOException e) {
                    diagnostics.add(Diagnostic.error("unreadable", path));
                }
            } else if (!Files.exists(place)) {
                diagnostics.add(Diagnostic.error(
                        "no-input", path, folders.at(Path.of("")).toAbsolutePath()));
            } else if (!DocumentReader.reads(path.toString())) {
                diagnostics.add(Diagnostic.error("import-unknown-format", path));
            } else {
                found.put(place, path.toString());
            }
        }
        return found;
    }

    private boolean write(Path document, String name, Forms forms, Terminal terminal, Folders folders) {
        Path target = into != null ? into : Path.of(name).resolveSibling(base(document) + ".yaml");
        try {
            Optional<RecognizedReport> found =
                    ReportRecognizer.recognize(DocumentReader.read(bytes(document), name), forms);
            Optional<RecognizedReport> report = found.map(this::completed);
            if (report.isEmpty()) {
                return fail(terminal, Diagnostic.error("import-no-report", name));
            }
            Optional<Diagnostic> missing = missing(report.get(), name);
            if (missing.isPresent()) {
                return fail(terminal, missing.get());
            }
            Path place = folders.at(target).toAbsolutePath().normalize();
            Path folder = Objects.requireNonNull(place.getParent());
            Optional<String> schema =
                    SchemaFiles.link(folder, templates(folders), report.get().edition(), Optional.empty());
            String text = ImportedInput.of(report.get(), forms, schema);
            new OutputFolder(folder)
                    .add(String.valueOf(place.getFileName()), text.getBytes(StandardCharsets.UTF_8));
            report(report.get(), name, place, target.toString(), forms, terminal);
            return true;
        } catch (UnreadableDocument e) {
            return fail(
                    terminal,
                    Diagnostic.error(
                            "import-" + e.why().name().toLowerCase(Locale.ROOT).replace('_', '-'), name, e.getMessage()));
        } catch (FileAlreadyExistsException e) {
            return fail(terminal, Diagnostic.error("output-exists", target));
        } catch (IOException e) {
            return fail(terminal, Diagnostic.unwritable(target, e));
        }
    }

    /** The name of a file without its ending. */
    private static String base(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
    }

    private static byte[] bytes(Path document) throws IOException, UnreadableDocument {
        if (Files.size(document) > Limits.FILE) {
            throw new UnreadableDocument(UnreadableDocument.Cause.TOO_LARGE, Files.size(document) + " bytes");
        }
        return Files.readAllBytes(document);
    }

    private static boolean fail(Terminal terminal, Diagnostic diagnostic) {
        terminal.report(List.of(diagnostic));
        return false;
    }

    /** The report with the agency and the year of the options. */
    private RecognizedReport completed(RecognizedReport report) {
        Form form = report.edition().form();
        Map<String, String> facts = new LinkedHashMap<>(report.facts());
        agency.name().ifPresent(name -> form.fact(Fact.Role.AGENCY).ifPresent(fact -> facts.put(fact.key(), name)));
        year.year().ifPresent(number ->
                form.fact(Fact.Role.YEAR).ifPresent(fact -> facts.put(fact.key(), String.valueOf(number))));
        return report.with(facts);
    }

    private static Optional<Diagnostic> missing(RecognizedReport report, String name) {
        Form form = report.edition().form();
        return form.facts().stream()
                .filter(Fact::isEssential)
                .filter(fact -> !report.facts().containsKey(fact.key()))
                .findFirst()
                .map(fact -> Diagnostic.error("import-no-fact", name, fact.key())
                        .help(Message.of(
                                "import-no-fact." + Fact.written(fact.role().orElseThrow()))));
    }

    /** Reports what was read, doubts at their lines of the new input, and sums that are wrong. */
    private static void report(
            RecognizedReport report, String name, Path place, String target, Forms forms, Terminal terminal) {
        Reading reading = InputReader.read(place, target, forms);
        Diagnostics diagnostics = new Diagnostics();
        reading.filled().ifPresent(filled -> {
            for (Diagnostic doubt : report.doubts()) {
                diagnostics.add(doubt.subject()
                        .filter(path -> filled.places().has(path))
                        .map(path -> doubt.at(filled.places().of(path)))
                        .orElse(doubt));
            }
            Examined examined = Examined.of(filled.report(), filled.places(), reading.diagnostics());
            diagnostics.addAll(Sums.of(examined, Optional.empty()).primary().list());
        });
        terminal.report(diagnostics.sorted());
        terminal.println(Message.of(
                "import-written",
                name,
                target,
                report.prose().size(),
                report.figures().size(),
                report.doubts().size()));
    }
}
