package org.nianbao.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
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

    Path home() {
        return build().resolve("nianbao");
    }

    /** The program's own classes. The manifest names the libraries and their versions. */
    Path jar() {
        return home().resolve("lib/nianbao.jar");
    }

    /** The class-data archive. */
    Path archive() {
        return home().resolve("lib/nianbao.jsa");
    }

    Path warmUp() {
        return folder.resolve("src/launcher/warm-up.yaml");
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

    /** A process of the same Java in this folder, with these options. It shares the streams of this process. */
    ProcessBuilder java(List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // a warning of the virtual machine would appear between the lines of the program
        command.addAll(List.of("-Xlog:disable", "-Xlog:all=error:stderr"));
        command.addAll(options);
        return new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
    }

    /** A process of the program. */
    ProcessBuilder nianbao(List<String> javaOptions, String... arguments) {
        List<String> options = new ArrayList<>(javaOptions);
        options.addAll(List.of("-XX:+UseSerialGC", "-Dnianbao.home=" + home(), "-jar", jar().toString()));
        options.addAll(Arrays.asList(arguments));
        return java(options);
    }
}
