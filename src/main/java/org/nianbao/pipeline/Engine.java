package org.nianbao.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.nianbao.check.prose.MissingGlyphs;
import org.nianbao.chinese.Script;
import org.nianbao.chinese.Traditional;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.TypedText;
import org.nianbao.font.Fonts;
import org.nianbao.font.UnusableFont;
import org.nianbao.input.CorrectionsReader;
import org.nianbao.input.FormWidths;
import org.nianbao.input.Forms;
import org.nianbao.input.TypographyReader;
import org.nianbao.output.OutputFolder;
import org.nianbao.output.docx.DocxFormat;
import org.nianbao.template.Template;
import org.nianbao.typography.Typography;

/** What all reports of a run share: forms, templates, fonts, formats. Opened once; thread-safe. */
public final class Engine {
    private final EngineSettings settings;
    private final Forms forms;
    private final Template template;
    private final Faults faults = new Faults();

    /** By folder of the form. */
    private final Map<Path, Map<Script, FormatSet>> formats = new HashMap<>();

    private @Nullable Traditional traditional;

    /**
     * The folders of an engine.
     *
     * @param templates folder with forms, templates and fonts
     * @param fonts folders with fonts to prefer to the shipped ones, the best first
     * @param prepared folder that {@link #prepare} has filled, if there is one
     */
    public record EngineSettings(Path templates, List<Path> fonts, Optional<Path> prepared) {
        public EngineSettings {
            fonts = List.copyOf(fonts);
        }
    }

    private Engine(EngineSettings settings, Forms forms) {
        this.settings = settings;
        this.forms = forms;
        this.template = new Template(settings.templates());
    }

    /**
     * Opens an engine. Forms with the same typography share their fonts, so that no font is parsed twice.
     *
     * @param diagnostics gets the faults of forms, typography and fonts; if there are any, the engine must not be used
     */
    public static Engine open(EngineSettings settings, Diagnostics diagnostics) {
        Engine engine = new Engine(settings, Forms.in(settings.templates(), diagnostics));
        Map<Path, Map<Script, FormatSet>> byTypography = new HashMap<>();
        for (String name : engine.forms.names()) {
            for (Forms.Edition edition : engine.forms.editionsOf(name)) {
                Path typography = engine.nearest(edition.folder(), "typography.yaml");
                Map<Script, FormatSet> formats =
                        byTypography.computeIfAbsent(typography, file -> engine.formats(file, diagnostics));
                engine.formats.put(edition.folder(), formats);
                formats.values().stream()
                        .limit(1)
                        .forEach(set -> FormWidths.check(edition, set.fontSet().typography(), diagnostics));
            }
        }
        return engine;
    }

    public Forms forms() {
        return forms;
    }

    public Template template() {
        return template;
    }

    /** Faults of the program in the reports of this run. */
    public Faults faults() {
        return faults;
    }

    /** The fonts and formats of a form in a folder relative to the templates folder, for documents in a script. */
    public FormatSet formats(Path form, Script script) {
        return Objects.requireNonNull(Objects.requireNonNull(formats.get(form)).get(script));
    }

    /** Diagnostics of characters that the fonts of no form have, or of a font that cannot be used. */
    public List<Diagnostic> unprintable(List<TypedText> texts) {
        List<Fonts> fonts = formats.values().stream()
                .map(scripts -> Objects.requireNonNull(scripts.get(Script.HANS))
                        .fontSet()
                        .fonts())
                .distinct()
                .toList();
        try {
            return MissingGlyphs.missing(
                    texts,
                    UnaryOperator.identity(),
                    character -> fonts.stream().anyMatch(some -> some.cover(character)));
        } catch (UnusableFont font) {
            return List.of(font.diagnostic());
        }
    }

    /**
     * The dictionary of Traditional Chinese, loaded by the first call.
     *
     * @param diagnostics gets the faults of {@code traditional.yaml}; then the result is empty
     */
    synchronized Optional<Traditional> traditional(Diagnostics diagnostics) {
        if (traditional == null) {
            traditional = CorrectionsReader.read(settings.templates().resolve("traditional.yaml"), diagnostics)
                    .map(Traditional::of)
                    .orElse(null);
        }
        return Optional.ofNullable(traditional);
    }

    /** Opens the fonts of all forms in another thread: parsing them takes as long as reading and checking a report. */
    void openFonts(Script script) {
        Thread opener = new Thread(
                () -> formats.values().stream()
                        .map(scripts ->
                                Objects.requireNonNull(scripts.get(script)).fontSet())
                        .forEach(set -> set.fonts().open(set.typography())),
                "fonts");
        opener.setDaemon(true);
        opener.setUncaughtExceptionHandler((thread, fault) -> {}); // reported when a report needs the font
        opener.start();
    }

    /** A batch that writes documents into a folder; {@code program} is a file that changes with the program. */
    public Batch batch(
            Renderer.RenderOptions options,
            Producer producer,
            Path folder,
            Path program,
            Batch.BatchOptions batchOptions) {
        Optional<CacheKey> key = CacheKey.of(program, settings, options + " " + producer);
        Renderer renderer = new Renderer(
                this, options, producer, batchOptions.threads() == 1 ? ForkJoinPool.commonPool() : Runnable::run);
        return new Batch(renderer, faults, new OutputFolder(folder), BuildState.of(folder), key, batchOptions);
    }

    /** Checks the DOCX parts of all forms and writes their package for {@link EngineSettings#prepared}. */
    public void prepare(Path folder) throws IOException {
        for (Map<Script, FormatSet> scripts : formats.values()) {
            for (FormatSet set : scripts.values()) {
                DocxFormat.prepare(set.fontSet().typography(), folder);
            }
        }
    }

    /** The formats for each script. They share their fonts. None if there is a fault. */
    private Map<Script, FormatSet> formats(Path typographyFile, Diagnostics diagnostics) {
        int before = diagnostics.size();
        Optional<Typography> typography = TypographyReader.read(typographyFile, diagnostics);
        if (typography.isEmpty()) {
            return Map.of();
        }
        Fonts fonts = Fonts.of(typography.get(), settings.templates().resolve("fonts"), settings.fonts(), diagnostics);
        if (diagnostics.size() > before) {
            return Map.of();
        }
        return Map.of(
                Script.HANS, formats(typography.get(), fonts),
                Script.HANT, formats(typography.get().ofTraditional(), fonts));
    }

    private FormatSet formats(Typography typography, Fonts fonts) {
        return FormatSet.of(new FormatSet.FontSet(typography, fonts), settings.prepared());
    }

    /** A file beside the form, or else in the nearest folder above it. */
    private Path nearest(Path form, String name) {
        Path templates = settings.templates();
        Path folder = form;
        while (folder != null && !Files.exists(templates.resolve(folder).resolve(name))) {
            folder = folder.getParent();
        }
        return folder == null
                ? templates.resolve(name)
                : templates.resolve(folder).resolve(name);
    }
}
