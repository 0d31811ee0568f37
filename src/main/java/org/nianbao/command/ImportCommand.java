package org.nianbao.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nianbao.check.Examined;
import org.nianbao.check.form.Sums;
import org.nianbao.chinese.Script;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.Source;
import org.nianbao.input.Forms;
import org.nianbao.input.InputReader;
import org.nianbao.input.Reading;
import org.nianbao.output.OutputFolder;
import org.nianbao.picture.PictureShelf;
import org.nianbao.pipeline.Engine;
import org.nianbao.pipeline.FormatSet;
import org.nianbao.recognition.DocumentReader;
import org.nianbao.recognition.Import;
import org.nianbao.recognition.ImportedInput;
import org.nianbao.recognition.RecognizedReport;
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

    private @Nullable Engine engine;

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
        Path place = folders.at(target).toAbsolutePath().normalize();
        Path folder = Objects.requireNonNull(place.getParent());
        Import imported = Import.of(document, name, folder, forms, agency.name(), year.year());
        if (imported.report().isEmpty()) {
            terminal.report(List.of(imported.error().orElseThrow()));
            return false;
        }
        if (Files.exists(place)) {
            terminal.report(List.of(taken(target)));
            return false;
        }
        ImportedPictures pictures = new ImportedPictures(
                folder, base(place), shelf(imported.report().get(), folder, folders));
        RecognizedReport report = imported.report().get().withPictures(pictures::name);
        Optional<String> schema = SchemaFiles.link(folder, templates(folders), report.edition(), Optional.empty());
        String asRead = ImportedInput.of(report, forms, schema, List.of());
        List<Diagnostic> wrong = InputReader.read(place, new Source(target.toString(), asRead), forms)
                .filled()
                .map(filled -> sums(filled, List.of()))
                .orElse(List.of());
        String text = wrong.isEmpty() ? asRead : ImportedInput.of(report, forms, schema, wrong);
        Optional<Diagnostic> unwritten = write(place, target, text, pictures);
        if (unwritten.isPresent()) {
            terminal.report(List.of(unwritten.get()));
            return false;
        }
        terminal.report(pictures.refusals());
        report(report, name, place, target.toString(), forms, terminal);
        return true;
    }

    /** Writes an input and its pictures, or nothing; returns why. */
    private static Optional<Diagnostic> write(Path place, Path target, String text, ImportedPictures pictures) {
        try {
            pictures.write();
            try {
                new OutputFolder(Objects.requireNonNull(place.getParent()))
                        .add(String.valueOf(place.getFileName()), text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                pictures.remove();
                throw e;
            }
            return Optional.empty();
        } catch (FileAlreadyExistsException e) {
            return Optional.of(taken(target));
        } catch (IOException e) {
            return Optional.of(Diagnostic.unwritable(target, e));
        }
    }

    private static Diagnostic taken(Path target) {
        return Diagnostic.error("output-exists", target).help(Message.of("import-output-exists.help"));
    }

    /** The check that {@code render} makes of pictures; only for an SVG it opens the fonts. */
    private PictureShelf shelf(RecognizedReport report, Path folder, Folders folders) {
        Supplier<FormatSet> formats = () -> {
            engine = engine == null ? engine(folders, List.of()) : engine;
            return engine.formats(report.edition().folder(), Script.HANS);
        };
        return new PictureShelf(
                folder,
                () -> formats.get().lettering(text -> text),
                picture -> formats.get().tryOut(picture));
    }

    /** What is wrong with the sums of a report, unless it is accepted. */
    private static List<Diagnostic> sums(Reading.Filled filled, List<Diagnostic> known) {
        Examined examined = Examined.of(filled.report(), filled.places(), known);
        return Sums.verdict(examined, filled.acceptances()).open();
    }

    /** The name of a file without its ending. */
    private static String base(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
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
            diagnostics.addAll(sums(filled, reading.diagnostics()));
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
