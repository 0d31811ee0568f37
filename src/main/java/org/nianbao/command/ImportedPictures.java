package org.nianbao.command;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.foreign.DocumentPart.PicturePart;
import org.nianbao.foreign.Limits;
import org.nianbao.output.OutputFolder;
import org.nianbao.picture.PictureShelf;
import org.nianbao.sandbox.Sandbox;

/** The pictures of an imported report, as files beside its input: {@code NAME-图1.png}. Not thread-safe. */
final class ImportedPictures {
    /** A report has a few. */
    private static final int MOST = 100;

    private static final Duration TIME_LIMIT = Duration.ofSeconds(3);

    /** What stands for something else in the line of a picture. */
    private static final Pattern MARKS = Pattern.compile("[\\s()<>\\[\\]{}\"'#%:*?|\\\\]+");

    private final Path folder;
    private final String base;
    private final PictureShelf shelf;
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final List<Diagnostic> refusals = new ArrayList<>();

    /**
     * @param folder of the input
     * @param base name of the input without its ending
     * @param shelf proves that each picture can be used
     */
    ImportedPictures(Path folder, String base, PictureShelf shelf) {
        this.folder = folder;
        this.base = MARKS.matcher(base).replaceAll("-");
        this.shelf = shelf;
    }

    /** The name of a new file for a picture; nothing if the document does not have it, or it cannot be used. */
    Optional<String> name(PicturePart picture) {
        byte[] bytes = picture.file();
        if (bytes.length == 0 || files.size() >= MOST) {
            return Optional.empty();
        }
        Optional<String> ending = ending(bytes);
        byte[] file = ending.isPresent() ? bytes : redrawn(bytes).orElse(bytes);
        String name = free(ending.orElse("png"));
        Optional<Diagnostic> refusal = shelf.refusal(name, file);
        if (refusal.isPresent()) {
            refusals.add(refusal.get());
            return Optional.empty();
        }
        files.put(name, file);
        return Optional.of(name);
    }

    /** Why pictures of the document cannot be used. */
    List<Diagnostic> refusals() {
        return refusals;
    }

    private String free(String ending) {
        int number = files.size() + 1;
        while (isTaken(number)) {
            number++;
        }
        return base + "-图" + number + "." + ending;
    }

    private boolean isTaken(int number) {
        return List.of("png", "jpg", "svg").stream()
                .map(ending -> base + "-图" + number + "." + ending)
                .anyMatch(name -> files.containsKey(name) || Files.exists(folder.resolve(name)));
    }

    private static Optional<String> ending(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 1000), StandardCharsets.ISO_8859_1);
        return start.startsWith("\u0089PNG")
                ? Optional.of("png")
                : start.startsWith("\u00FF\u00D8")
                        ? Optional.of("jpg")
                        : Optional.of("svg").filter(svg -> start.contains("<svg"));
    }

    /** A GIF or a bitmap as a PNG. */
    private static Optional<byte[]> redrawn(byte[] bytes) {
        try {
            return Sandbox.within(TIME_LIMIT, () -> {
                @Nullable BufferedImage image = drawn(bytes);
                ByteArrayOutputStream png = new ByteArrayOutputStream();
                return image != null && ImageIO.write(image, "png", png)
                        ? Optional.of(png.toByteArray())
                        : Optional.empty();
            });
        } catch (RuntimeException e) { // what a library throws, the picture caused
            return Optional.empty();
        }
    }

    private static @Nullable BufferedImage drawn(byte[] bytes) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return null;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                boolean fits = (long) reader.getWidth(0) * reader.getHeight(0) <= Limits.PIXELS;
                return fits ? reader.read(0) : null;
            } finally {
                reader.dispose();
            }
        }
    }

    /**
     * Writes the files.
     *
     * @throws IOException if one cannot be written, or its name was taken meanwhile; then none is there
     */
    void write() throws IOException {
        List<Path> written = new ArrayList<>();
        try {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                new OutputFolder(folder).add(file.getKey(), file.getValue());
                written.add(folder.resolve(file.getKey()));
            }
        } catch (IOException e) {
            for (Path file : written) {
                Files.deleteIfExists(file);
            }
            throw e;
        }
    }

    /** Takes the files back, if the input that names them could not be written. */
    void remove() throws IOException {
        for (String name : files.keySet()) {
            Files.deleteIfExists(folder.resolve(name));
        }
    }
}
