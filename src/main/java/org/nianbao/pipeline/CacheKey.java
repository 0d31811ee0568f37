package org.nianbao.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** A digest of everything that documents are made from: equal keys mean equal documents. Thread-safe. */
final class CacheKey {
    /** In bytes; pictures and local rows are smaller. */
    private static final long MAX_FILE = 1 << 26;

    /** In bytes, read at once. */
    private static final int PART = 1 << 16;

    private final byte[] run;

    private CacheKey(byte[] run) {
        this.run = run;
    }

    /**
     * The key of a run: program, templates, fonts, options.
     *
     * @param program a file that changes with the program
     * @return empty if a file cannot be read; then nothing is known to be unchanged
     */
    static Optional<CacheKey> of(Path program, Engine.EngineSettings settings, String options) {
        MessageDigest digest = sha256();
        update(digest, options);
        try {
            update(digest, checksum(program));
            updateTree(digest, settings.templates());
            for (Path folder : settings.fonts()) {
                updateTree(digest, folder);
            }
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
        return Optional.of(new CacheKey(digest.digest()));
    }

    /** The key of the run in hexadecimal. */
    String ofRun() {
        return HexFormat.of().formatHex(run);
    }

    /**
     * Identifies the contents of an input.
     *
     * @param contents of the input and of the files that it names, in hexadecimal
     * @param key of these contents in this run, in hexadecimal
     */
    record InputKey(String contents, String key) {}

    /**
     * The key of one input in this run.
     *
     * @param read further files that its documents are made from, relative to its folder
     * @throws IOException if one of those files cannot be read or is larger than any that a report may have
     */
    InputKey of(byte[] input, Path folder, List<String> read) throws IOException {
        MessageDigest digest = sha256();
        digest.update(input);
        for (String name : read) {
            Path file = folder.resolve(name);
            if (!Files.isRegularFile(file) || Files.size(file) > MAX_FILE) {
                throw new IOException(name);
            }
            update(digest, name);
            digest.update(Files.readAllBytes(file));
        }
        String contents = HexFormat.of().formatHex(digest.digest());
        return new InputKey(contents, ofBoth(contents));
    }

    /** Schemas serve editors only. */
    private static void updateTree(MessageDigest digest, Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder, 8, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : walk.filter(Files::isRegularFile)
                    .filter(path -> !path.toString().endsWith(".schema.json"))
                    .sorted()
                    .toList()) {
                update(digest, folder.relativize(file).toString());
                update(digest, checksum(file));
            }
        }
    }

    private String ofBoth(String contents) {
        MessageDigest digest = sha256();
        digest.update(run);
        update(digest, contents);
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The size and the CRC-32 of bytes: SHA-256 of program, templates and documents would take a tenth of a run. */
    static String checksum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return bytes.length + " " + crc.getValue();
    }

    /** The size and the CRC-32 of a file. */
    static String checksum(Path file) throws IOException {
        CRC32 crc = new CRC32();
        long size = 0;
        ByteBuffer part = ByteBuffer.allocateDirect(PART); // the fonts have 60 MB
        try (SeekableByteChannel in = Files.newByteChannel(file)) {
            while (in.read(part.clear()) >= 0) {
                size += part.flip().remaining();
                crc.update(part);
            }
        }
        return size + " " + crc.getValue();
    }

    private static void update(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
