package org.nianbao.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.nianbao.font.Sfnt;

/** The SHA-256 of everything that documents are made from: equal keys mean equal documents. Thread-safe. */
final class CacheKey {
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
     * The key of one input in this run, in hexadecimal.
     *
     * @param read further files that its documents are made from, relative to its folder
     * @throws IOException if one of those files cannot be read
     */
    String of(byte[] input, Path folder, List<String> read) throws IOException {
        MessageDigest digest = sha256();
        digest.update(run);
        digest.update(input);
        for (String name : read) {
            update(digest, name);
            digest.update(Files.readAllBytes(folder.resolve(name)));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Fonts are identified by the checksums in their directories; schemas serve editors only. */
    private static void updateTree(MessageDigest digest, Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder, 8, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : walk.filter(Files::isRegularFile)
                    .filter(path -> !path.toString().endsWith(".schema.json"))
                    .sorted()
                    .toList()) {
                update(digest, folder.relativize(file).toString());
                digest.update(Sfnt.isFont(file) ? Sfnt.directory(file) : Files.readAllBytes(file));
            }
        }
    }

    /** CRC-32, since SHA-256 of the program would take a fiftieth of a short run. */
    private static String checksum(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return bytes.length + " " + crc.getValue();
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
