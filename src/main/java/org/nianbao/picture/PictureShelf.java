package org.nianbao.picture;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.SourceSpan;
import org.nianbao.font.UnusableFont;
import org.nianbao.page.Picture;
import org.nianbao.sandbox.Sandbox;

/** Reads the pictures of an input: PNG, JPEG and SVG files in its folder or below. For one thread. */
public final class PictureShelf {
    /** In bytes of a file. */
    private static final long LARGEST = 8L * 1024 * 1024;

    /** In bytes of all files; they are in memory while the documents are written. */
    private static final long LARGEST_SUM = 4 * LARGEST;

    private static final int LONGEST_SIGNATURE = 16;

    /** Formats that people try, with the first bytes of their files. */
    private static final Map<String, String> UNSUPPORTED = Map.of(
            "GIF", "(?s)GIF8.*",
            "BMP", "(?s)BM.*",
            "TIFF", "(?s)(?:II\\*\\x00|MM\\x00\\*).*",
            "WebP", "(?s)RIFF....WEBP.*",
            "HEIC", "(?s)....ftyp(?:hei|hev|mif|msf).*",
            "AVIF", "(?s)....ftypavi.*",
            "PDF", "(?s)%PDF-.*",
            "EMF", "(?s)\\x01\\x00\\x00\\x00.*",
            "WMF", "(?s)\\xD7\\xCD\\xC6\\x9A.*");

    /** Processor time for all SVGs of a report; a map of a city takes a second. */
    private static final Duration TIME_LIMIT = Duration.ofSeconds(3);

    private final Path folder;
    private final Supplier<Lettering> lettering;
    private final Consumer<Picture> trial;
    private final Map<String, Picture> taken = new HashMap<>();
    private long sum;

    /** In nanoseconds of processor time. */
    private long drawn;

    /**
     * Creates a shelf; only an SVG needs the fonts and the trial.
     *
     * @param folder of the input
     * @param lettering the fonts for texts of SVG pictures
     * @param trial draws an SVG picture as the documents do, and throws any exception if that fails
     */
    public PictureShelf(Path folder, Supplier<Lettering> lettering, Consumer<Picture> trial) {
        this.folder = folder;
        this.lettering = lettering;
        this.trial = trial;
    }

    /**
     * Reads a picture.
     *
     * @param name a relative path with {@code /}
     * @param span of the name in the prose
     * @param diagnostics gets an error if the picture cannot be used
     */
    public Optional<Picture> take(String name, SourceSpan span, Diagnostics diagnostics) {
        try {
            Picture picture = taken.containsKey(name) ? taken.get(name) : read(name);
            taken.put(name, picture);
            return Optional.of(picture);
        } catch (PictureRejected rejected) {
            diagnostics.add(Diagnostic.error(rejected.id(), span, name, rejected.detail(), rejected.line()));
        } catch (UnusableFont font) {
            diagnostics.add(font.diagnostic());
        } catch (IOException | InvalidPathException e) {
            diagnostics.add(Diagnostic.error("picture-missing", span, name));
        }
        return Optional.empty();
    }

    /**
     * Why a picture that is in no file yet cannot be used, if so; else it is counted among the others.
     *
     * @param name that its file will have
     * @param bytes of its file
     */
    public Optional<Diagnostic> refusal(String name, byte[] bytes) {
        try {
            taken.put(name, read(name, bytes));
            return Optional.empty();
        } catch (PictureRejected rejected) {
            return Optional.of(Diagnostic.warning(rejected.id(), name, rejected.detail(), rejected.line()));
        } catch (UnusableFont font) {
            return Optional.of(font.diagnostic());
        } catch (IOException e) {
            return Optional.of(Diagnostic.warning("picture-broken", name));
        }
    }

    private Picture read(String name) throws IOException, PictureRejected {
        Path file = inside(name).orElseThrow(() -> new PictureRejected("picture-outside", ""));
        if (!Files.isRegularFile(file)) {
            throw new PictureRejected("picture-missing", "");
        }
        long size = Files.size(file);
        if (size > LARGEST) {
            throw PictureRejected.size(size / 1024 + " KiB");
        }
        return read(name, Files.readAllBytes(file));
    }

    private Picture read(String name, byte[] bytes) throws IOException, PictureRejected {
        if (bytes.length > LARGEST) {
            throw PictureRejected.size(bytes.length / 1024 + " KiB");
        }
        sum += bytes.length;
        if (sum > LARGEST_SUM) {
            throw new PictureRejected("too-many-pictures", String.valueOf(LARGEST_SUM >> 20));
        }
        if (PngFile.is(bytes)) {
            return PngFile.read(name, bytes);
        }
        if (JpegFile.is(bytes)) {
            return JpegFile.read(name, bytes);
        }
        String start = new String(bytes, 0, Math.min(bytes.length, LONGEST_SIGNATURE), StandardCharsets.ISO_8859_1);
        for (Map.Entry<String, String> format : UNSUPPORTED.entrySet()) {
            if (start.matches(format.getValue())) {
                throw PictureRejected.format(format.getKey());
            }
        }
        return svg(name, bytes);
    }

    /** Reads an SVG and draws it on trial: what goes wrong in the drawing library is a fault of this picture alone. */
    private Picture svg(String name, byte[] bytes) throws PictureRejected {
        if (drawn >= TIME_LIMIT.toNanos()) {
            throw PictureRejected.undrawable(Message.of("too-much-time", TIME_LIMIT.toSeconds()));
        }
        try {
            return Sandbox.within(TIME_LIMIT.minusNanos(drawn), () -> {
                long before = processorTime();
                try {
                    Picture picture = SvgFile.read(name, bytes, lettering.get());
                    trial.accept(picture);
                    return picture;
                } finally {
                    drawn += processorTime() - before;
                }
            });
        } catch (Sandbox.LimitExceeded limit) {
            drawn = limit.isOfTime() ? TIME_LIMIT.toNanos() : drawn;
            throw PictureRejected.undrawable(limit.reason());
        } catch (UnusableFont font) {
            throw font;
        } catch (RuntimeException | Error fault) {
            if (fault.getCause() instanceof PictureRejected rejected) {
                throw rejected;
            }
            throw PictureRejected.undrawable(SvgOutlines.plain(String.valueOf(fault.getMessage())));
        }
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** The file of that name, with links resolved, if it is in the folder. */
    private Optional<Path> inside(String name) throws IOException {
        if (name.isBlank() || name.contains(":") || name.contains("\\") || name.startsWith("/")) {
            return Optional.empty();
        }
        Path home = folder.toRealPath();
        Path file = home.resolve(name).normalize();
        return Optional.of(file.startsWith(home) && Files.exists(file) ? file.toRealPath() : file)
                .filter(real -> real.startsWith(home));
    }
}
