package org.nianbao.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The project and the program that is packaged in it.
 *
 * @param folder that holds {@code pom.xml}
 */
record Checkout(Path folder) {
    Path build() {
        return folder.resolve("target");
    }

    /** The packaged program, run by the Java of this process. */
    Installation program() {
        return new Installation(Path.of(System.getProperty("java.home")), build().resolve("nianbao"));
    }

    /** The folder of the input whose render loads the classes to keep. */
    Path warmUp() {
        return folder.resolve("src/launcher/warm-up");
    }

    /** The typographies of all forms, for which the DOCX package is checked. */
    List<Path> typographies() throws IOException {
        return files("templates").stream()
                .filter(file -> file.endsWith("typography.yaml"))
                .toList();
    }

    /** Whether the packaged program is complete and made from the present sources, on this Java. */
    boolean isBuilt() throws IOException {
        return ContentDigest.isRecorded(digest(), build().resolve("build.digest"));
    }

    /** Records that the program is built, unless a source was edited after this process had started. */
    void recordBuild() throws IOException {
        Instant start = ProcessHandle.current().info().startInstant().orElse(Instant.EPOCH);
        for (Path source : sources()) {
            if (Files.getLastModifiedTime(source).toInstant().isAfter(start)) {
                return;
            }
        }
        Files.writeString(build().resolve("build.digest"), digest());
    }

    private String digest() throws IOException {
        ContentDigest digest = new ContentDigest().addJava().addAll(sources());
        for (Path file : files("target/nianbao")) {
            digest.add(file + " " + Files.size(file));
        }
        return digest.hex();
    }

    private List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>(files("src/main"));
        sources.addAll(files("src/launcher"));
        sources.addAll(files(".mvn"));
        sources.add(folder.resolve("pom.xml"));
        sources.addAll(typographies());
        return sources;
    }

    private List<Path> files(String below) throws IOException {
        try (Stream<Path> walk = Files.walk(folder.resolve(below))) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
