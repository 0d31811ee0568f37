package org.nianbao.markdown;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.SourceSpan;
import org.nianbao.page.Picture;

/** The pictures beside an input: PNG and SVG files in its folder or below, and none from anywhere else. */
public final class PictureShelf {
    /** In bytes of the file. */
    private static final long HEAVIEST = 8L * 1024 * 1024;
    /** In bytes of all pictures of an input; they are all in memory while its documents are written. */
    private static final long HEAVIEST_ALL = 4 * HEAVIEST;

    private long taken;

    private final Path folder;

    /** The shelf of the inputs in a folder. */
    public PictureShelf(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads a picture.
     *
     * @param name as the prose gives it: a relative path with {@code /}
     * @param place where it is named
     * @param diagnostics tells why there is none, if there is none
     */
    public Optional<Picture> take(String name, SourceSpan place, Diagnostics diagnostics) {
        try {
            Optional<Path> file = inside(name);
            if (file.isEmpty()) {
                diagnostics.add(diagnostic("picture-outside", name, place, ""));
                return Optional.empty();
            }
            if (!Files.isRegularFile(file.get())) {
                diagnostics.add(diagnostic("picture-missing", name, place, ""));
                return Optional.empty();
            }
            if (Files.size(file.get()) > HEAVIEST) {
                diagnostics.add(diagnostic("picture-too-large", name, place, Files.size(file.get()) / 1024 + " KiB"));
                return Optional.empty();
            }
            taken += Files.size(file.get());
            if (taken > HEAVIEST_ALL) {
                diagnostics.add(diagnostic("too-many-pictures", name, place, String.valueOf(HEAVIEST_ALL >> 20)));
                return Optional.empty();
            }
            return read(name, Files.readAllBytes(file.get()), place, diagnostics);
        } catch (IOException | InvalidPathException e) {
            diagnostics.add(diagnostic("picture-missing", name, place, ""));
            return Optional.empty();
        }
    }

    private Optional<Picture> read(String name, byte[] bytes, SourceSpan place, Diagnostics diagnostics) {
        try {
            return Optional.of(PngFile.is(bytes) ? PngFile.read(name, bytes) : SvgFile.read(name, bytes));
        } catch (PictureRejected refused) {
            diagnostics.add(Diagnostic.error(refused.id(), place, name, String.valueOf(refused.getMessage())));
            return Optional.empty();
        }
    }

    /** The file of that name, links followed, if it is in the folder. */
    private Optional<Path> inside(String name) throws IOException {
        if (name.isBlank() || name.contains(":") || name.contains("\\") || name.startsWith("/")) {
            return Optional.empty();
        }
        Path home = folder.toRealPath();
        Path file = home.resolve(name).normalize();
        if (!file.startsWith(home)) {
            return Optional.empty();
        }
        if (!Files.exists(file)) {
            return Optional.of(file);
        }
        return Optional.of(file.toRealPath()).filter(real -> real.startsWith(home));
    }

    private static Diagnostic diagnostic(String id, String name, SourceSpan place, String detail) {
        return Diagnostic.error(id, place, name, detail);
    }
}
