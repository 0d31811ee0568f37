package org.nianbao.narrative;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.nianbao.page.Picture;
import org.nianbao.problem.Message;
import org.nianbao.problem.Place;
import org.nianbao.problem.Problem;

/** The pictures beside an input: PNG and SVG files in its folder or below, and none from anywhere else. */
public final class PictureShelf {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    /** In bytes of the file. */
    private static final long HEAVIEST = 8L * 1024 * 1024;
    /** Width times height; a decoder takes four bytes for each. */
    private static final long MOST_PIXELS = 16_000_000;

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
     * @param problems tells why there is none, if there is none
     */
    public Optional<Picture> take(String name, Place place, List<Problem> problems) {
        try {
            Optional<Path> file = inside(name);
            if (file.isEmpty()) {
                problems.add(problem("picture-outside", name, place, ""));
                return Optional.empty();
            }
            if (!Files.isRegularFile(file.get())) {
                problems.add(problem("picture-missing", name, place, ""));
                return Optional.empty();
            }
            if (Files.size(file.get()) > HEAVIEST) {
                problems.add(problem("picture-too-large", name, place, Files.size(file.get()) / 1024 + " KiB"));
                return Optional.empty();
            }
            return read(name, Files.readAllBytes(file.get()), place, problems);
        } catch (IOException | InvalidPathException e) {
            problems.add(problem("picture-missing", name, place, ""));
            return Optional.empty();
        }
    }

    private Optional<Picture> read(String name, byte[] bytes, Place place, List<Problem> problems) {
        boolean png = bytes.length > 24 && Arrays.equals(bytes, 0, PNG.length, PNG, 0, PNG.length);
        if (!png) {
            try {
                return Optional.of(SvgFile.read(name, bytes));
            } catch (SvgFile.Refused refused) {
                problems.add(problem("picture-kind", name, place, String.valueOf(refused.getMessage())));
                return Optional.empty();
            }
        }
        // the IHDR chunk always comes first: width and height stand at bytes 16 and 20 (PNG, 11.2.2)
        int width = ByteBuffer.wrap(bytes).getInt(16);
        int height = ByteBuffer.wrap(bytes).getInt(20);
        if (width < 1 || height < 1 || (long) width * height > MOST_PIXELS) {
            problems.add(problem("picture-too-large", name, place, width + " × " + height));
            return Optional.empty();
        }
        return Optional.of(new Picture(name, Picture.Kind.PNG, bytes, width, height));
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

    private static Problem problem(String id, String name, Place place, String detail) {
        return Problem.error(id, place, Message.of(id, name, detail), Message.of(id + ".way-out"));
    }
}
