package org.nianbao.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;

/** Identifies the contents of files, whatever their times. */
final class ContentDigest {
    private final MessageDigest digest;

    ContentDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /** Adds the name and the content of a file. */
    ContentDigest add(Path file) throws IOException {
        add(file.toString());
        digest.update(Files.readAllBytes(file));
        return this;
    }

    ContentDigest addAll(Collection<Path> files) throws IOException {
        for (Path file : files) {
            add(file);
        }
        return this;
    }

    ContentDigest add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return this;
    }

    /** Adds the Java that this process runs on. */
    ContentDigest addJava() {
        return add(Runtime.version().toString()).add(System.getProperty("java.home"));
    }

    /** The digest in hexadecimal. No more can be added. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Whether a file records this digest. */
    static boolean isRecorded(String hex, Path record) throws IOException {
        return Files.exists(record) && Files.readString(record).equals(hex);
    }
}
