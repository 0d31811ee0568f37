package org.nianbao.output.docx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The parts of an Open Packaging file (ECMA-376 Part 2) by their names. For one thread while it changes. */
final class PackageParts {
    /** Not the earliest time of a zip entry, 1980-01-01, for which Java would add a second one in the local zone. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

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
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(LEVEL);
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTimeLocal(TIME);
                zip.putNextEntry(entry);
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return bytes.toByteArray();
    }
}
