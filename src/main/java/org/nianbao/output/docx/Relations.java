package org.nianbao.output.docx;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.nianbao.output.XmlWriter;
import org.nianbao.page.Picture;

/** The relationships of one document's body to pictures, links and headers (ECMA-376 Part 2, 6.5). Not thread-safe. */
final class Relations {
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static final Pattern ADDRESS = Pattern.compile("(?i)(https?|mailto):.+");

    private final XmlWriter relationships = new XmlWriter();
    private final Map<String, String> ids = new HashMap<>();
    private final PackageParts parts;
    private int images;

    /** Creates an empty set; pictures will be added to {@code parts}. */
    Relations(PackageParts parts) {
        this.parts = parts;
    }

    /** The id of the relationship to a web or mail address; empty for other addresses. */
    String link(String href) {
        return ADDRESS.matcher(href).matches() ? ids.computeIfAbsent(href, this::addLink) : "";
    }

    /** The id of the relationship to a picture's file. */
    String picture(Picture picture) {
        String ending = "." + picture.kind().name().toLowerCase(Locale.ROOT);
        return ids.computeIfAbsent("picture:" + picture.name(), key -> addImage(ending, picture.bytes()));
    }

    /** The id of the relationship to a bitmap of an SVG picture, for programs without SVG; sizes in CSS pixels. */
    String bitmapOf(Picture svg, int width, int height) {
        String bitmap = "bitmap:" + width + ":" + height + ":" + svg.name();
        return ids.computeIfAbsent(bitmap, key -> addImage(".png", Bitmap.of(svg, width, height)));
    }

    /** Adds a relationship to another part of the package. */
    void part(String id, String type, String target) {
        relationships.empty("Relationship", "Id", id, "Type", OFFICE + "/" + type, "Target", target);
    }

    /** The {@code Relationship} elements. */
    XmlWriter xml() {
        return relationships;
    }

    private String addLink(String href) {
        String id = nextId();
        part(id, "hyperlink", href);
        relationships.with("TargetMode", "External");
        return id;
    }

    private String addImage(String ending, byte[] bytes) {
        String id = nextId();
        images++;
        String target = "media/image" + images + ending;
        parts.put("word/" + target, bytes);
        part(id, "image", target);
        return id;
    }

    private String nextId() {
        return "rId" + (ids.size() + 1);
    }
}
