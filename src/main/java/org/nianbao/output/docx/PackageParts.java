package org.nianbao.output.docx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.nianbao.output.XmlWriter;
import org.nianbao.output.ZipWriter;

/** The parts of an Open Packaging file (ECMA-376 Part 2) by name. Not thread-safe while it changes. */
final class PackageParts {
    static final String CONTENT_TYPES = "[Content_Types].xml";

    /** Compression level: half the work of the default for one more kilobyte. */
    private static final int LEVEL = 3;

    private final SortedMap<String, byte[]> parts = new TreeMap<>();

    /** Reads a zip file. */
    static PackageParts unzip(byte[] zip) throws IOException {
        PackageParts parts = new PackageParts();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
        return parts;
    }

    PackageParts copy() {
        PackageParts copy = new PackageParts();
        copy.parts.putAll(parts);
        return copy;
    }

    /** All parts, sorted by name; changes write through. */
    SortedMap<String, byte[]> all() {
        return parts;
    }

    void put(String name, byte[] content) {
        parts.put(name, content);
    }

    void put(String name, String content) {
        put(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** The content of a part that must exist. */
    byte[] get(String name) {
        byte[] content = parts.get(name);
        if (content == null) {
            throw new IllegalStateException("no part " + name);
        }
        return content;
    }

    /** The text of a part that must exist. */
    String text(String name) {
        return new String(get(name), StandardCharsets.UTF_8);
    }

    /** Adds elements to the end of a part's root element. */
    void append(String name, XmlWriter elements) {
        String text = text(name);
        int end = text.lastIndexOf("</");
        put(name, text.substring(0, end) + elements + text.substring(end));
    }

    /** The zip file. Entries are sorted, which puts the content types first. */
    byte[] zip() {
        return ZipWriter.zip(parts, LEVEL);
    }
}
