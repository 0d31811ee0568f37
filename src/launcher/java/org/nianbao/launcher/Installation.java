package org.nianbao.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A program folder and the Java that runs it.
 *
 * @param java home of a Java of the same version as that of this process
 * @param home holds {@code bin}, {@code lib} and {@code templates}
 */
record Installation(Path java, Path home) {
    /** Java 25 can also keep classes linked, in an archive that the warm-up render writes itself. */
    private static final boolean LINKED = Runtime.version().feature() >= 25;

    /** The program's own classes. The manifest names the libraries and their versions. */
    Path jar() {
        return home.resolve("lib/nianbao.jar");
    }

    /** The class-data archive. */
    Path archive() {
        return home.resolve("lib/nianbao.jsa");
    }

    /** A process of the Java. It shares the streams of this process. */
    private ProcessBuilder java(List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(java.resolve("bin/java").toString());
        // a warning of the virtual machine would appear between the lines of the program
        command.addAll(List.of("-Xlog:disable", "-Xlog:all=error:stderr"));
        command.addAll(options);
        return new ProcessBuilder(command).inheritIO();
    }

    /** A process of the program. */
    ProcessBuilder nianbao(List<String> javaOptions, String... arguments) {
        List<String> options = new ArrayList<>(javaOptions);
        options.addAll(List.of("-XX:+UseSerialGC", "-Dnianbao.home=" + home, "-jar", jar().toString()));
        options.addAll(Arrays.asList(arguments));
        return java(options);
    }

    /**
     * Makes the class-data archive. Java ignores one that is older than a jar.
     *
     * @param warmUp a folder with an input whose render loads the classes to keep
     * @param work a folder for the render and its lists
     */
    void makeArchive(Path warmUp, Path work) throws IOException, InterruptedException {
        Path classes = work.resolve("warm-up.classes");
        String option = LINKED ? "-XX:AOTCacheOutput=" + archive() : "-XX:DumpLoadedClassList=" + classes;
        String output = work.resolve("warm-up").toString();
        run(nianbao(List.of(option), "render", warmUp.toString(), "--force", "--output", output)
                .redirectOutput(work.resolve("warm-up.log").toFile()));
        if (!LINKED) {
            run(java(List.of(
                    "-Xshare:dump",
                    "-XX:SharedClassListFile=" + classes,
                    "-XX:SharedArchiveFile=" + archive(),
                    // the only collector that puts objects into the archive; all can take them out
                    "-XX:+UseG1GC",
                    "-cp",
                    jar().toString())));
        }
    }

    /** If the process fails it has said why; Maven's report on a failed plugin would hide that. */
    static void run(ProcessBuilder process) throws IOException, InterruptedException {
        int status = process.start().waitFor();
        if (status != 0) {
            System.exit(status);
        }
    }
}
