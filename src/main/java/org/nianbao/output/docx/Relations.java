package org.nianbao.output.docx;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nianbao.output.XmlWriter;
import org.nianbao.page.Picture;

/**
 * What a document's body points at outside itself: pictures, links, headers (ECMA-376 Part 2, 6.5). For one
 * document and one thread.
 */
final class Relations {
    static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static final Pattern ADDRESS = Pattern.compile("(?i)(https?|mailto):.+");

    private final XmlWriter relationships = new XmlWriter();
    private final Map<String, String> ids = new LinkedHashMap<>();
    private final PackageParts parts;
    private int images;

    /** Pictures are put into {@code parts}. */
    Relations(PackageParts parts) {
        this.parts = parts;
    }

    /** The relationship to an address, or empty if it is none of {@code http}, {@code https} and {@code mailto}. */
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

    /** The relationship to a picture's own file. */
    String picture(Picture picture) {
        String ending = picture.kind() == Picture.PictureType.SVG ? ".svg" : ".png";
        return Optional.ofNullable(ids.get("picture:" + picture.name()))
                .orElseGet(() -> addImage("picture:" + picture.name(), ending, picture.bytes()));
    }

    /** The relationship to a bitmap of a drawing, for programs that cannot show the drawing itself. */
    String bitmapOf(Picture drawing, int width, int height) {
        String key = "bitmap:" + width + ":" + height + ":" + drawing.name();
        return Optional.ofNullable(ids.get(key))
                .orElseGet(() -> addImage(key, ".png", Bitmap.of(drawing, width, height)));
    }

    /** Adds a part of the document itself under a relationship of this name. */
    void part(String id, String type, String target) {
        relationships.empty("Relationship", "Id", id, "Type", OFFICE + "/" + type, "Target", target);
    }

    /** The {@code Relationship} elements to be put behind the skeleton's. */
    String xml() {
        return relationships.toString();
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
