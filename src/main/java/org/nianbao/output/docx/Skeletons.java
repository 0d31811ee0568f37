package org.nianbao.output.docx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.nianbao.typography.Typography;

/**
 * Finds the skeleton for a typography: one made ahead, else one made now. Each is read or made once a process. Any
 * number of threads may ask.
 */
final class Skeletons {
    /** Goes up whenever {@link Skeleton} makes something else from the same typography. */
    private static final int LAYOUT = 1;

    private static final Map<String, PackageParts> KNOWN = new ConcurrentHashMap<>();

    private Skeletons() {}

    /**
     * The skeleton's parts, which nobody may change.
     *
     * @param folder where skeletons lie that were made ahead
     * @throws UncheckedIOException if the one in the folder cannot be read
     */
    static PackageParts find(Typography typography, Optional<Path> folder) {
        String fingerprint = fingerprint(typography);
        Optional<Path> ahead = folder.map(path -> file(path, fingerprint)).filter(Files::isRegularFile);
        String which = ahead.map(Path::toString).orElse(fingerprint);
        return KNOWN.computeIfAbsent(
                which, key -> ahead.map(Skeletons::read).orElseGet(() -> Skeleton.make(typography)));
    }

    /** Makes a skeleton and puts it into the folder, whole or not at all. */
    static Path write(Typography typography, Path folder) throws IOException {
        Path file = file(folder, fingerprint(typography));
        Files.createDirectories(folder);
        // Not a temporary file of the system's kind, which only its owner may read.
        Path unfinished = folder.resolve(UUID.randomUUID() + ".tmp");
        try {
            Files.write(unfinished, Skeleton.make(typography).zip());
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        return file;
    }

    private static Path file(Path folder, String fingerprint) {
        return folder.resolve(fingerprint + ".zip");
    }

    private static PackageParts read(Path file) {
        try {
            return PackageParts.unzip(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /** The SHA-256 of all that a skeleton depends on, but for docx4j, after whose change skeletons are made anew. */
    static String fingerprint(Typography typography) {
        // Sorted: the maps of a typography are in another order in every process.
        String all = LAYOUT + "\n" + typography.paper() + "\n" + new TreeMap<>(typography.fonts()) + "\n"
                + new TreeMap<>(typography.styles());
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
