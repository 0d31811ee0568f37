package org.nianbao.output.docx;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nianbao.output.XmlWriter;
import org.nianbao.page.Picture;

/** The relationships of one document's body to pictures, links and headers (ECMA-376 Part 2, 6.5). Not thread-safe. */
final class Relations {
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static final Pattern ADDRESS = Pattern.compile("(?i)(https?|mailto):.+");

    private final XmlWriter relationships = new XmlWriter();
    private final Map<String, String> ids = new LinkedHashMap<>();
    private final PackageParts parts;
    private int images;

    /** Creates an empty set; pictures will be added to {@code parts}. */
    Relations(PackageParts parts) {
        this.parts = parts;
    }

    /** The id of a relationship to a web or mail address; empty for other addresses. */
    String link(String href) {
        if (!ADDRESS.matcher(href).matches()) {
            return "";
        }
        return Optional.ofNullable(ids.get(href)).orElseGet(() -> {
            String id = next(href);
            relationships.empty(
                    "Relationship", "Id", id, "Type", OFFICE + "/hyperlink", "Target", href, "TargetMode", "External");
            return id;
        });
    }

    /** The id of the relationship to a picture's file. */
    String picture(Picture picture) {
        String ending = picture.kind() == Picture.PictureType.SVG ? ".svg" : ".png";
        return Optional.ofNullable(ids.get("picture:" + picture.name()))
                .orElseGet(() -> addImage("picture:" + picture.name(), ending, picture.bytes()));
    }

    /** The id of the relationship to a bitmap of an SVG picture, for programs that cannot show SVG; in CSS pixels. */
    String bitmapOf(Picture svg, int width, int height) {
        String key = "bitmap:" + width + ":" + height + ":" + svg.name();
        return Optional.ofNullable(ids.get(key)).orElseGet(() -> addImage(key, ".png", Bitmap.of(svg, width, height)));
    }

    /** Adds a relationship to another part of the package. */
    void part(String id, String type, String target) {
        relationships.empty("Relationship", "Id", id, "Type", OFFICE + "/" + type, "Target", target);
    }

    /** The {@code Relationship} elements. */
    XmlWriter xml() {
        return relationships;
    }

    private String addImage(String key, String ending, byte[] bytes) {
        String id = next(key);
        images++;
        String target = "media/image" + images + ending;
        parts.put("word/" + target, bytes);
        part(id, "image", target);
        return id;
    }

    private String next(String key) {
        String id = "rId" + (ids.size() + 1);
        ids.put(key, id);
        return id;
    }
}
