package org.nianbao.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.nianbao.chinese.Script;
import org.nianbao.chinese.Traditional;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.font.Fonts;
import org.nianbao.input.CorrectionsReader;
import org.nianbao.input.Forms;
import org.nianbao.input.TypographyReader;
import org.nianbao.output.Format;
import org.nianbao.output.OutputFolder;
import org.nianbao.output.docx.DocxFormat;
import org.nianbao.output.html.HtmlFormat;
import org.nianbao.output.ofd.OfdFormat;
import org.nianbao.output.pdf.PdfFormat;
import org.nianbao.template.Template;
import org.nianbao.typography.Typography;

/**
 * What all reports of a run share: the forms, the templates, the typefaces, the formats. Made once; may be used by several
 * threads.
 */
public final class Engine {
    private final EngineSettings settings;
    private final Forms forms;
    private final Template template;
    private final Map<Path, Map<Script, FormatSet>> presses = new HashMap<>();
    private @Nullable Traditional traditional;

    /**
     * Where a run finds its tools.
     *
     * @param templates the folder with forms, templates and fonts
     * @param fonts folders whose typefaces are preferred to the shipped ones, the best first
     * @param prepared a folder with what {@link #prepare} made ahead, if there is one
     */
    public record EngineSettings(Path templates, List<Path> fonts, Optional<Path> prepared) {
        public EngineSettings {
            fonts = List.copyOf(fonts);
        }
    }

    /** The formats by the name that people type, in the order in which files are written. */
    private static final Map<String, BiFunction<FormatSet.FontSet, EngineSettings, Format>> FORMATS = formats();

    private Engine(EngineSettings settings, Forms forms) {
        this.settings = settings;
        this.forms = forms;
        this.template = new Template(settings.templates());
    }

    /**
     * Opens a workshop.
     *
     * @param diagnostics gets whatever is wrong with its forms, measures and fonts; it is of use only if that is nothing
     */
    public static Engine open(EngineSettings settings, Diagnostics diagnostics) {
        Engine workshop = new Engine(settings, Forms.in(settings.templates(), diagnostics));
        Map<Path, Map<Script, FormatSet>> made = new HashMap<>();
        for (String name : workshop.forms.names()) {
            for (Forms.Edition edition : workshop.forms.editionsOf(name)) {
                workshop.presses.put(edition.folder(), workshop.set(edition.folder(), made, diagnostics));
            }
        }
        return workshop;
    }

    /** The names of all formats. */
    public static List<String> formatNames() {
        return List.copyOf(FORMATS.keySet());
    }

    /** The names of the formats that are written when nobody says which: those that need no viewer of their own. */
    public static List<String> usualFormatNames() {
        return formatNames().stream().filter(name -> !name.equals("ofd")).toList();
    }

    public Forms forms() {
        return forms;
    }

    public Template template() {
        return template;
    }

    /**
     * The typefaces and formats of a form.
     *
     * @param form its folder, relative to the templates folder
     * @param script that its documents are in
     */
    public FormatSet press(Path form, Script script) {
        return Objects.requireNonNull(Objects.requireNonNull(presses.get(form)).get(script));
    }

    /**
     * What turns Simplified Chinese into Traditional; made when it is first asked for.
     *
     * @param diagnostics gets what is wrong with {@code traditional.yaml}; then there is nothing
     */
    synchronized Optional<Traditional> traditional(Diagnostics diagnostics) {
        if (traditional == null) {
            traditional = CorrectionsReader.read(settings.templates().resolve("traditional.yaml"), diagnostics)
                    .map(Traditional::new)
                    .orElse(null);
        }
        return Optional.ofNullable(traditional);
    }

    /** Opens the fonts of all forms in another thread: parsing them takes as long as reading and checking a report. */
    void openFonts(Script script) {
        Thread opener = new Thread(
                () -> presses.values().stream()
                        .map(scripts ->
                                Objects.requireNonNull(scripts.get(script)).typefaces())
                        .forEach(typefaces -> typefaces.fonts().open(typefaces.typography())),
                "fonts");
        opener.setDaemon(true);
        opener.setUncaughtExceptionHandler((thread, fault) -> {}); // who needs that font is told of it then
        opener.start();
    }

    /**
     * A batch of inputs that goes into a folder.
     *
     * @param program a file that is another one when the program is
     */
    public Batch batch(
            Renderer.RenderOptions what, Producer imprint, Path folder, Path program, Batch.BatchOptions how) {
        Optional<CacheKey> fingerprint = CacheKey.of(program, settings, what + " " + imprint);
        Renderer job =
                new Renderer(this, what, imprint, how.threads() == 1 ? ForkJoinPool.commonPool() : Runnable::run);
        return new Batch(job, new OutputFolder(folder), BuildState.of(folder), fingerprint, how);
    }

    /** Makes DOCX skeletons and small fonts for all forms ahead and puts them into a folder, for {@link EngineSettings#prepared}. */
    public void prepare(Path folder) throws IOException {
        Set<Fonts> fonts = new LinkedHashSet<>();
        for (Map<Script, FormatSet> scripts : presses.values()) {
            for (FormatSet press : scripts.values()) {
                DocxFormat.prepare(press.typefaces().typography(), folder);
                fonts.add(press.typefaces().fonts());
            }
        }
        for (Fonts shared : fonts) {
            new OutputFolder(folder).put(shared.small());
        }
    }

    /** Forms that are set in the same measures share a press, so that no font is parsed twice. */
    private Map<Script, FormatSet> set(Path form, Map<Path, Map<Script, FormatSet>> made, Diagnostics diagnostics) {
        Path measures = nearest(form, "typography.yaml");
        if (!made.containsKey(measures)) {
            made.put(measures, presses(measures, diagnostics));
        }
        return made.getOrDefault(measures, Map.of());
    }

    /** A press for each script; they share the fonts. None if something is wrong. */
    private Map<Script, FormatSet> presses(Path measures, Diagnostics diagnostics) {
        int before = diagnostics.size();
        Optional<Typography> typography = TypographyReader.read(measures, diagnostics);
        if (typography.isEmpty()) {
            return Map.of();
        }
        Fonts fonts = Fonts.of(
                typography.get(),
                settings.templates().resolve("fonts"),
                settings.fonts(),
                settings.prepared(),
                diagnostics);
        if (diagnostics.size() > before) {
            return Map.of();
        }
        return Map.of(
                Script.HANS, press(new FormatSet.FontSet(typography.get(), fonts)),
                Script.HANT, press(new FormatSet.FontSet(typography.get().ofTraditional(), fonts)));
    }

    private FormatSet press(FormatSet.FontSet typefaces) {
        Map<String, Format> formats = new LinkedHashMap<>();
        FORMATS.forEach((name, make) -> formats.put(name, make.apply(typefaces, settings)));
        return new FormatSet(typefaces, formats);
    }

    /** A file beside the form or in the nearest folder above it that has one. */
    private Path nearest(Path form, String name) {
        Path folder = form;
        while (folder != null
                && !Files.exists(settings.templates().resolve(folder).resolve(name))) {
            folder = folder.getParent();
        }
        return settings.templates()
                .resolve(folder == null ? Path.of("") : folder)
                .resolve(name);
    }

    private static Map<String, BiFunction<FormatSet.FontSet, EngineSettings, Format>> formats() {
        Map<String, BiFunction<FormatSet.FontSet, EngineSettings, Format>> formats = new LinkedHashMap<>();
        formats.put("html", (typefaces, settings) -> new HtmlFormat());
        formats.put("pdf", (typefaces, settings) -> new PdfFormat(typefaces.typography(), typefaces.fonts()));
        formats.put("docx", (typefaces, settings) -> new DocxFormat(typefaces.typography(), settings.prepared()));
        formats.put(
                "ofd",
                (typefaces, settings) -> new OfdFormat(new PdfFormat(typefaces.typography(), typefaces.fonts())));
        return formats;
    }
}
