package org.nianbao.ofd;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** An OFD file, taken apart. */
final class OfdFile {
    private final Map<String, byte[]> parts = new TreeMap<>();

    OfdFile(byte[] bytes) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
    }

    Map<String, byte[]> parts() {
        return parts;
    }

    Document xml(String part) {
        return Jsoup.parse(new String(parts.get(part), StandardCharsets.UTF_8), "", Parser.xmlParser());
    }

    Document document() {
        return xml("Doc_0/Document.xml");
    }

    /** The pages in the order in which they are shown. */
    List<Document> pages() {
        return document().select("ofd|Pages > ofd|Page").stream()
                .map(page -> xml("Doc_0/" + page.attr("BaseLoc")))
                .toList();
    }

    /** One font: its file, and all text that is set in it but for what CGTransform takes a glyph for. */
    record Font(String name, byte[] file, String text) {}

    List<Font> fonts() {
        List<Font> fonts = new ArrayList<>();
        for (Element font : xml("Doc_0/PublicRes.xml").select("ofd|Font")) {
            StringBuilder text = new StringBuilder();
            for (Document page : pages()) {
                for (Element object : page.select("ofd|TextObject[Font=" + font.attr("ID") + "]")) {
                    text.append(withoutGlyphs(object));
                }
            }
            byte[] file = parts.get("Doc_0/Res/" + font.text());
            fonts.add(new Font(font.attr("FontName"), file, text.toString()));
        }
        return fonts;
    }

    private static String withoutGlyphs(Element object) {
        StringBuilder text = new StringBuilder(text(object));
        for (Element transform : object.select("ofd|CGTransform")) {
            int position = Integer.parseInt(transform.attr("CodePosition"));
            for (int i = 0; i < Integer.parseInt(transform.attr("CodeCount")); i++) {
                text.setCharAt(position + i, ' ');
            }
        }
        return text.toString();
    }

    /** The text of an object, every space as it is. */
    static String text(Element object) {
        return Optional.ofNullable(object.selectFirst("ofd|TextCode"))
                .map(Element::wholeText)
                .orElse("");
    }
}
