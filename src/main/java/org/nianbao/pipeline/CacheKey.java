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

/**
 * Tells whether documents would come out the same: the SHA-256 of all that they are made from. May be used by several
 * threads.
 */
final class CacheKey {
    private final byte[] order;

    private CacheKey(byte[] order) {
        this.order = order;
    }

    /**
     * Of what all documents of a run have in common: the program, the templates, the fonts, the options.
     *
     * @param program a file that is another one when the program is
     * @param options as text
     * @return nothing if they cannot be read; then nothing can be said of any document
     */
    static Optional<CacheKey> of(Path program, Engine.EngineSettings settings, String options) {
        MessageDigest digest = sha256();
        text(digest, options);
        try {
            text(digest, checksum(program));
            tree(digest, settings.templates());
            for (Path folder : settings.fonts()) {
                tree(digest, folder);
            }
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
        return Optional.of(new CacheKey(digest.digest()));
    }

    /** Of the run alone, in hexadecimal. */
    String ofRun() {
        return HexFormat.of().formatHex(order);
    }

    /**
     * Of one input.
     *
     * @param input the file
     * @param read further files that its documents are made from, relative to its folder
     * @return in hexadecimal
     * @throws IOException if one of the files cannot be read
     */
    String of(byte[] input, Path folder, List<String> read) throws IOException {
        MessageDigest digest = sha256();
        digest.update(order);
        digest.update(input);
        for (String name : read) {
            text(digest, name);
            digest.update(Files.readAllBytes(folder.resolve(name)));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Fonts tell what they are by the checksums that they hold; the schemas are for editors. */
    private static void tree(MessageDigest digest, Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder, 8, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : walk.filter(Files::isRegularFile)
                    .filter(path -> !path.toString().endsWith(".schema.json"))
                    .sorted()
                    .toList()) {
                text(digest, folder.relativize(file).toString());
                digest.update(Sfnt.isFont(file) ? Sfnt.directory(file) : Files.readAllBytes(file));
            }
        }
    }

    /** Of a megabyte that is read at each start; SHA-256 takes a fiftieth of a short run. */
    private static String checksum(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return bytes.length + " " + crc.getValue();
    }

    private static void text(MessageDigest digest, String text) {
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
