package org.nianbao.output.docx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.nianbao.output.DocumentInfo;
import org.nianbao.output.Format;
import org.nianbao.output.XmlWriter;
import org.nianbao.page.Page;
import org.nianbao.typography.Typography;

/**
 * The page as a Word document (ECMA-376, transitional): real styles, real tables, real lists, which a person can go on
 * editing in Word or WPS.
 *
 * <p>A document is a skeleton and a body. The skeleton holds all that follows from the typography; docx4j makes it,
 * once a process, or ahead of time with {@link #prepare}. The body is written straight from the page for each
 * document, which takes milliseconds. The same page and stamp give the same bytes in every process, thread, time zone
 * and locale; only the bitmaps of SVG drawings with text in them depend on the machine's fonts.
 *
 * <p>Any number of threads may use one instance, each with a page of its own.
 */
public final class DocxFormat implements Format {
    private final Typography typography;
    private final Optional<Path> skeletons;

    /**
     * A format that reads or starts nothing until the first document is written.
     *
     * @param typography of all documents
     * @param skeletons the folder that {@link #prepare} filled; without one, or where it has no skeleton for this
     *     typography, docx4j is started
     */
    public DocxFormat(Typography typography, Optional<Path> skeletons) {
        this.typography = typography;
        this.skeletons = skeletons;
    }

    /**
     * Makes the skeleton of a typography and puts it into the folder, which is made if need be. A skeleton that is
     * there already is replaced, in one step, so that other processes may read it meanwhile.
     *
     * @return the file
     */
    public static Path prepare(Typography typography, Path folder) throws IOException {
        return Skeletons.write(typography, folder);
    }

    @Override
    public String extension() {
        return "docx";
    }

    /**
     * Makes the whole file in memory.
     *
     * @throws org.nianbao.output.Undrawable if the page shows an SVG that cannot be drawn
     * @throws java.io.UncheckedIOException if a prepared skeleton cannot be read
     */
    @Override
    public byte[] write(Page page, DocumentInfo stamp) {
        PackageParts parts = Skeletons.find(typography, skeletons).copy();
        Relations relations = new Relations(parts);
        Lists lists = new Lists();
        parts.put("word/document.xml", new DocumentBody(page, typography, relations, lists).write());
        page.draftMark().ifPresent(words -> new DraftMark(words, typography).addTo(parts, relations));
        parts.append("word/_rels/document.xml.rels", relations.xml());
        parts.append("word/numbering.xml", lists.xml());
        parts.replace("word/styles.xml", WordStyles.LANGUAGE, language(page));
        parts.put("docProps/core.xml", CoreProperties.core(page, stamp));
        parts.put("docProps/app.xml", CoreProperties.extended(stamp));
        return parts.zip();
    }

    /**
     * The page's language as Word knows it: by country, not by script, and one for Latin letters and one for Chinese
     * characters, which an English page quotes.
     */
    private static String language(Page page) {
        Locale locale = Locale.forLanguageTag(page.language());
        XmlWriter language = new XmlWriter();
        if (!locale.getLanguage().isEmpty() && !locale.getLanguage().equals("zh")) {
            language.empty("w:lang", "w:eastAsia", "zh-CN", "w:val", page.language());
        } else if (!locale.getCountry().isEmpty()) {
            language.empty("w:lang", "w:eastAsia", "zh-" + locale.getCountry(), "w:val", "en-US");
        } else {
            boolean traditional = locale.getScript().equals("Hant");
            language.empty("w:lang", "w:eastAsia", traditional ? "zh-TW" : "zh-CN", "w:val", "en-US");
        }
        return language.toString();
    }
}
