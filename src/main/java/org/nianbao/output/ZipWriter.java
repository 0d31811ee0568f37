package org.nianbao.output;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes reproducible zip files: the same files give the same bytes at any time on any machine. */
public final class ZipWriter {
    /** Not 1980-01-01, the earliest time of an entry: Java would add a second time stamp in the local zone. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private ZipWriter() {}

    /**
     * Zips files in the order of their paths.
     *
     * @param files content by path
     * @param level of compression, as in {@link java.util.zip.Deflater}
     */
    public static byte[] zip(SortedMap<String, byte[]> files, int level) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(level);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(TIME);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // cannot happen: all in memory
        }
        return bytes.toByteArray();
    }
}
