package org.nianbao.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.zip.CRC32C;

/**
 * Identifies the contents of files, whatever their times. A checksum is enough to find an edit, and quicker than a
 * cryptographic digest in a Java that has just started.
 */
final class ContentDigest {
    private final CRC32C checksum = new CRC32C();
    private long length;

    /** Adds the name and the content of a file. */
    ContentDigest add(Path file) throws IOException {
        add(file.toString());
        return add(Files.readAllBytes(file));
    }

    ContentDigest addAll(Collection<Path> files) throws IOException {
        for (Path file : files) {
            add(file);
        }
        return this;
    }

    ContentDigest add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8)).add(new byte[1]);
    }

    private ContentDigest add(byte[] bytes) {
        checksum.update(bytes);
        length += bytes.length;
        return this;
    }

    /** Adds the Java that this process runs on. */
    ContentDigest addJava() {
        return add(Runtime.version().toString()).add(System.getProperty("java.home"));
    }

    /** The length and the checksum, in hexadecimal. */
    String hex() {
        return Long.toHexString(length) + "-" + Long.toHexString(checksum.getValue());
    }

    /** Whether a file records this digest. */
    static boolean isRecorded(String hex, Path record) throws IOException {
        return Files.exists(record) && Files.readString(record).equals(hex);
    }
}
