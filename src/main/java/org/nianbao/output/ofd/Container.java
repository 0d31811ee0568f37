package org.nianbao.output.ofd;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The files inside an OFD file, by their paths. For one thread. */
final class Container {
    /** Not the earliest time of a zip entry, 1980-01-01, for which Java would add a second one in the local zone. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final SortedMap<String, byte[]> files = new TreeMap<>();

    void put(String path, byte[] content) {
        files.put(path, content);
    }

    /** A name made of all that is in it: 32 digits, as GB/T 33190 asks of a document's identifier. */
    String fingerprint() {
        int length = files.entrySet().stream()
                .mapToInt(file -> file.getKey().length() + file.getValue().length)
                .sum();
        ByteBuffer all = ByteBuffer.allocate(length);
        files.forEach((path, content) ->
                all.put(path.getBytes(StandardCharsets.US_ASCII)).put(content));
        return UUID.nameUUIDFromBytes(all.array()).toString().replace("-", "");
    }

    /** The OFD file: sorted, and without times. */
    byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(TIME);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return bytes.toByteArray();
    }
}
