package org.nianbao.workbook;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.nianbao.output.XmlWriter;

/**
 * The texts of a workbook, each once (ECMA-376 Part 1, 18.4). Texts inside the cells would do, but programs that change such
 * a cell leave the old text behind. Not thread-safe.
 */
final class SharedStrings {
    /** What reads like the escape of a character (22.9.2.19). */
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private final Map<String, Integer> indices = new LinkedHashMap<>();
    private int uses;

    /** The index of a text. */
    int index(String text) {
        uses++;
        return indices.computeIfAbsent(text, added -> indices.size());
    }

    /** The part, once all sheets are made. */
    byte[] part() {
        XmlWriter xml = new XmlWriter(SheetPart.DECLARATION, "")
                .open("sst", "xmlns", SheetPart.NAMESPACE, "count", uses, "uniqueCount", indices.size());
        indices.keySet()
                .forEach(text -> xml.open("si")
                        .open("t", "xml:space", "preserve")
                        .text(ESCAPE.matcher(text).replaceAll("_x005F_"))
                        .close()
                        .close());
        return xml.bytes();
    }
}
