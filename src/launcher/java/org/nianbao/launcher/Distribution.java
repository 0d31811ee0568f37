package org.nianbao.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Lays out what is handed over to people without Maven, below {@code target/distribution}: {@code any} needs a Java, and
 * {@code own} has one for the system on which it is made. The build packs both.
 */
public final class Distribution {
    /** Java SE, and of the JDK: GBK and other encodings, file systems in ZIP files, the server of {@code serve}. */
    private static final String MODULES =
            "java.se,jdk.charsets,jdk.httpserver,jdk.localedata,jdk.unsupported,jdk.zipfs";

    private final Checkout checkout;
    private final FileTime time;

    private Distribution(Checkout checkout, FileTime time) {
        this.checkout = checkout;
        this.time = time;
    }

    /** Arguments: the folder of the project, the time of all files, in ISO 8601. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Distribution distribution =
                new Distribution(new Checkout(Path.of(arguments[0])), FileTime.from(Instant.parse(arguments[1])));
        Path folder = distribution.checkout.build().resolve("distribution");
        distribution.layOut(folder.resolve("any"));
        distribution.addRuntime(distribution.layOut(folder.resolve("own")));
    }

    /** Copies the program and its guides to an empty folder, without the archive, which fits one Java only. */
    private Path layOut(Path home) throws IOException {
        Installation program = checkout.program();
        delete(home);
        copy(program.home(), home);
        Files.deleteIfExists(new Installation(program.java(), home).archive());
        for (String file : List.of("README.md", "README.zh-CN.md", "src/launcher/nianbao.desktop")) {
            copy(checkout.folder().resolve(file), home.resolve(Path.of(file).getFileName()));
        }
        for (String guide : List.of("guide", "commands")) {
            for (String language : List.of("", ".zh-CN")) {
                Path file = Path.of("src/docs", guide + language + ".md");
                copy(checkout.folder().resolve(file), home.resolve(file));
            }
        }
        copy(checkout.folder().resolve("src/docs/images"), home.resolve("src/docs/images"));
        return home;
    }

    private void addRuntime(Path home) throws IOException, InterruptedException {
        Path runtime = home.resolve("runtime");
        int status = ToolProvider.findFirst("jlink")
                .orElseThrow()
                .run(
                        System.out,
                        System.err,
                        "--add-modules=" + MODULES,
                        "--include-locales=en,zh",
                        "--strip-debug",
                        "--no-header-files",
                        "--no-man-pages",
                        "--output=" + runtime);
        if (status != 0) {
            System.exit(status);
        }
        // the archive records the times of the jars
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, time);
            }
        }
        new Installation(runtime, home).makeArchive(checkout.warmUp(), checkout.build());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copied = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copied);
                } else {
                    Files.createDirectories(copied.resolveSibling(""));
                    Files.copy(file, copied);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.sorted((one, other) -> other.compareTo(one)).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
