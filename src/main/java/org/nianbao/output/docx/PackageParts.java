package org.nianbao.output.docx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.nianbao.output.ZipWriter;

/** The parts of an Open Packaging file (ECMA-376 Part 2) by their names. For one thread while it changes. */
final class PackageParts {
    static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    /** Of zlib: half the work of the usual one, for a kilobyte more. */
    private static final int LEVEL = 3;

    private final SortedMap<String, byte[]> parts = new TreeMap<>();

    /** The parts of a zip file. */
    static PackageParts unzip(byte[] zip) throws IOException {
        PackageParts parts = new PackageParts();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
        return parts;
    }

    /** Other parts with the same content. */
    PackageParts copy() {
        PackageParts copy = new PackageParts();
        copy.parts.putAll(parts);
        return copy;
    }

    /** All parts, sorted by name. */
    SortedMap<String, byte[]> all() {
        return Collections.unmodifiableSortedMap(parts);
    }

    void put(String name, byte[] content) {
        parts.put(name, content);
    }

    void remove(String name) {
        parts.remove(name);
    }

    /** The text of a part that must be there. */
    String text(String name) {
        byte[] content = parts.get(name);
        if (content == null) {
            throw new IllegalStateException(name);
        }
        return new String(content, StandardCharsets.UTF_8);
    }

    /** Adds elements at the end of a part's root element. */
    void append(String name, String elements) {
        if (!elements.isEmpty()) {
            String text = text(name);
            int end = text.lastIndexOf("</");
            put(name, (text.substring(0, end) + elements + text.substring(end)).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Puts one text for another wherever it stands in a part. */
    void replace(String name, String old, String replacement) {
        put(name, text(name).replace(old, replacement).getBytes(StandardCharsets.UTF_8));
    }

    /** The zip file: entries sorted, so that the content types come first, and without times. */
    byte[] zip() {
        return ZipWriter.zip(parts, LEVEL);
    }
}
