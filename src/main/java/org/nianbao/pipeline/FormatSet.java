package org.nianbao.pipeline;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.nianbao.font.Fonts;
import org.nianbao.output.DocumentInfo;
import org.nianbao.output.Format;
import org.nianbao.output.docx.DocxFormat;
import org.nianbao.output.html.HtmlFormat;
import org.nianbao.output.ofd.OfdFormat;
import org.nianbao.output.pdf.PdfFormat;
import org.nianbao.page.Page;
import org.nianbao.page.Picture;
import org.nianbao.picture.Lettering;
import org.nianbao.sandbox.Sandbox;
import org.nianbao.typography.Typography;

/**
 * The formats of one form, in one script.
 *
 * @param fontSet of their documents
 * @param formats by name, which is also the extension of the file
 */
public record FormatSet(FontSet fontSet, Map<String, Format> formats) {
    /** Makes the formats, in the order in which files are written: a new format needs a line here. */
    private static final Map<String, BiFunction<FontSet, Optional<Path>, Format>> MAKERS = makers();

    /** Formats that need a viewer of their own are written on request. */
    private static final Set<String> ON_REQUEST = Set.of("ofd");

    /** Formats without pages of their own. */
    private static final Set<String> CONTINUOUS = Set.of("html");

    private static final Set<String> EMBED_FONTS = Set.of("pdf", "ofd");

    /** Processor time for all documents of a report; those of a hundred pages take three to four seconds. */
    private static final Duration LIMIT = Duration.ofSeconds(6);

    /** Typography and the fonts that it names. */
    public record FontSet(Typography typography, Fonts fonts) {}

    public FormatSet {
        formats = new LinkedHashMap<>(formats);
    }

    private static Map<String, BiFunction<FontSet, Optional<Path>, Format>> makers() {
        Map<String, BiFunction<FontSet, Optional<Path>, Format>> makers = new LinkedHashMap<>();
        makers.put("html", (set, prepared) -> new HtmlFormat(set.typography()));
        makers.put("pdf", (set, prepared) -> new PdfFormat(set.typography(), set.fonts()));
        makers.put("docx", (set, prepared) -> new DocxFormat(set.typography(), prepared));
        makers.put("ofd", (set, prepared) -> new OfdFormat(new PdfFormat(set.typography(), set.fonts())));
        return makers;
    }

    /** @param prepared see {@link Engine.EngineSettings#prepared} */
    static FormatSet of(FontSet fontSet, Optional<Path> prepared) {
        Map<String, Format> formats = new LinkedHashMap<>();
        MAKERS.forEach((name, maker) -> formats.put(name, maker.apply(fontSet, prepared)));
        return new FormatSet(fontSet, formats);
    }

    /** All formats. */
    public static List<String> names() {
        return List.copyOf(MAKERS.keySet());
    }

    /** The formats to write if the user names none. */
    public static List<String> defaultNames() {
        return names().stream().filter(name -> !ON_REQUEST.contains(name)).toList();
    }

    /** Whether a format divides its documents into pages. */
    static boolean isPaged(String name) {
        return !CONTINUOUS.contains(name);
    }

    static boolean embedFonts(Collection<String> names) {
        return names.stream().anyMatch(EMBED_FONTS::contains);
    }

    /**
     * The fonts for texts of SVG pictures.
     *
     * @param conversion to the script of the documents
     */
    public Lettering lettering(UnaryOperator<String> conversion) {
        return new Lettering(fontSet.typography(), fontSet.fonts(), conversion);
    }

    /** Draws an SVG picture on trial in every format, see {@link Format#tryOut}. */
    public void tryOut(Picture svg) {
        formats.values().forEach(format -> format.tryOut(svg));
    }

    /** Processor time for the documents of one page. */
    public static Sandbox.Budget budget() {
        return new Sandbox.Budget(LIMIT);
    }

    /**
     * Writes a page in one format.
     *
     * @param budget of {@link #budget}, shared by the formats of a page
     * @throws org.nianbao.output.UndrawableContent if the format cannot draw the page
     * @throws Sandbox.LimitExceeded if drawing takes too long
     */
    public byte[] write(String format, Page page, DocumentInfo info, Sandbox.Budget budget) {
        Format writer = Objects.requireNonNull(formats.get(format));
        return Sandbox.within(budget, () -> writer.write(page, info));
    }
}
