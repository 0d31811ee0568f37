package org.nianbao.output.docx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.nianbao.output.DocumentInfo;
import org.nianbao.output.Format;
import org.nianbao.output.OutputFolder;
import org.nianbao.output.XmlWriter;
import org.nianbao.page.Page;
import org.nianbao.page.Picture;
import org.nianbao.typography.Typography;

/**
 * Writes the page as a Word document (ECMA-376, transitional) with styles, tables and lists, for editing in Word or WPS.
 *
 * <p>docx4j makes the package (content types and relationships) ahead of time in {@link #prepare}, or else once per process.
 * Static parts are templates filled from the typography, and the body is written straight from the page; both take
 * milliseconds. The same page and info give the same bytes everywhere. Thread-safe if each thread has its own page.
 */
public final class DocxFormat implements Format {
    /** Width and height of a picture that is drawn on trial, in CSS pixels: no page shows a larger one. */
    private static final double TRIAL = 800;

    private static final String PREPARED = "docx-package.zip";

    /** Packages by the prepared file; the one without a file was made by docx4j. */
    private static final Map<Optional<Path>, PackageParts> PACKAGES = new ConcurrentHashMap<>();

    private final Typography typography;
    private final Optional<Path> prepared;

    /** The parts that all documents in a language share, by the language. */
    private final Map<String, PackageParts> shared = new ConcurrentHashMap<>();

    /**
     * Creates the format; nothing is read until the first document is written.
     *
     * @param typography of all documents
     * @param prepared the folder filled by {@link #prepare}; without it, docx4j is started
     */
    public DocxFormat(Typography typography, Optional<Path> prepared) {
        this.typography = typography;
        this.prepared = prepared.map(folder -> folder.resolve(PREPARED)).filter(Files::isRegularFile);
    }

    /**
     * Checks the static parts with docx4j and writes the package to a folder. An existing file is replaced atomically, since
     * other processes may read it.
     *
     * @return the file
     * @throws IllegalStateException if docx4j does not understand a part
     */
    public static Path prepare(Typography typography, Path folder) throws IOException {
        OutputFolder files = new OutputFolder(folder);
        files.put(Map.of(PREPARED, make(typography).zip()));
        return files.place(PREPARED);
    }

    static PackageParts make(Typography typography) {
        PackageParts parts = new PackageParts();
        StaticParts statics = new StaticParts(typography);
        statics.addTo(parts, language(Locale.ROOT));
        statics.addLists(parts, new XmlWriter());
        return WordPackage.make(parts);
    }

    /**
     * Makes the whole file in memory.
     *
     * @throws org.nianbao.output.UndrawableContent if the page shows an SVG that cannot be drawn
     * @throws UncheckedIOException if the prepared package cannot be read
     */
    @Override
    public byte[] write(Page page, DocumentInfo info) {
        PackageParts parts = PACKAGES.computeIfAbsent(
                        prepared, file -> file.map(DocxFormat::read).orElseGet(() -> make(typography)))
                .copy();
        Relations relations = new Relations(parts);
        Lists lists = new Lists();
        parts.put("word/document.xml", new DocumentBody(page, typography, relations, lists).write());
        page.draftMark().ifPresent(words -> new DraftMark(words, typography).addTo(parts, relations));
        parts.append("word/_rels/document.xml.rels", relations.xml());
        parts.all().putAll(shared.computeIfAbsent(page.language(), this::shared).all());
        new StaticParts(typography).addLists(parts, lists.xml());
        parts.put("docProps/core.xml", XmlTemplate.fill("core.xml", properties(page, info)));
        parts.put("docProps/app.xml", XmlTemplate.fill("app.xml", Map.of("producer", info.producer())));
        return parts.zip();
    }

    private PackageParts shared(String language) {
        PackageParts parts = new PackageParts();
        new StaticParts(typography).addTo(parts, language(Locale.forLanguageTag(language)));
        return parts;
    }

    @Override
    public void tryOut(Picture svg) {
        double scale = Math.min(1, TRIAL / Math.max(svg.width(), svg.height()));
        Bitmap.of(svg, (int) (svg.width() * scale), (int) (svg.height() * scale));
    }

    private static PackageParts read(Path file) {
        try {
            return PackageParts.unzip(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /** The languages of Chinese and of Latin text, which Word identifies by country, not by script. */
    private static Map<String, String> language(Locale locale) {
        boolean chinese = locale.getLanguage().isEmpty() || locale.getLanguage().equals("zh");
        String country = locale.getScript().equals("Hant") ? "TW" : "CN";
        if (chinese && !locale.getCountry().isEmpty()) {
            country = locale.getCountry();
        }
        String latin = chinese ? "en-US" : locale.toLanguageTag();
        return Map.of("language.chinese", "zh-" + country, "language.latin", latin);
    }

    private static Map<String, Object> properties(Page page, DocumentInfo info) {
        XmlWriter status = new XmlWriter();
        page.draftMark().ifPresent(words -> status.leaf("cp:contentStatus", words));
        return Map.of(
                "title", page.title(),
                "author", info.author(),
                "status", status,
                "language", page.language(),
                "date", info.date().truncatedTo(ChronoUnit.SECONDS));
    }
}
