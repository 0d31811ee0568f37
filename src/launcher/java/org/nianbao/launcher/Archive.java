package org.nianbao.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes what would otherwise slow down each start of the program: the DOCX package and the class-data archive. Each is
 * made again only if the contents of its sources have changed.
 */
public final class Archive {
    /** Java 25 can also keep classes linked, in an archive that the warm-up render writes itself. */
    private static final boolean LINKED = Runtime.version().feature() >= 25;

    private final Checkout checkout;

    private Archive(Checkout checkout) {
        this.checkout = checkout;
    }

    /** Argument: the folder of the project. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Checkout checkout = new Checkout(Path.of(arguments[0]));
        Archive archive = new Archive(checkout);
        archive.makeDocxPackage();
        archive.makeArchive();
        checkout.recordBuild();
    }

    private void makeDocxPackage() throws IOException, InterruptedException {
        String sources = new ContentDigest()
                .add(checkout.jar())
                .addAll(checkout.typographies())
                .hex();
        Path made = checkout.build().resolve("docx-package.digest");
        if (!ContentDigest.isRecorded(sources, made)) {
            run(checkout.nianbao(List.of(), "prepare"));
            Files.writeString(made, sources);
        }
    }

    private void makeArchive() throws IOException, InterruptedException {
        String sources = new ContentDigest()
                .add(checkout.jar())
                .add(checkout.warmUp())
                .addJava()
                .hex();
        Path made = checkout.build().resolve("archive.digest");
        if (ContentDigest.isRecorded(sources, made) && Files.exists(checkout.archive())) {
            // Java ignores an archive if the jar has another time, even if it was only packed again
            Files.setLastModifiedTime(checkout.jar(), Files.getLastModifiedTime(made));
            return;
        }
        Path classes = checkout.build().resolve("warm-up.classes");
        listClasses(classes);
        if (!LINKED) {
            dump(classes);
        }
        Files.writeString(made, sources);
        Files.setLastModifiedTime(made, Files.getLastModifiedTime(checkout.jar()));
    }

    /** A render lists the classes that it loads; on Java 25 it writes the archive. */
    private void listClasses(Path classes) throws IOException, InterruptedException {
        String option = LINKED ? "-XX:AOTCacheOutput=" + checkout.archive() : "-XX:DumpLoadedClassList=" + classes;
        String report = checkout.warmUp().toString();
        String output = checkout.build().resolve("warm-up").toString();
        run(checkout.nianbao(List.of(option), "render", report, "--force", "--output", output)
                .redirectOutput(checkout.build().resolve("warm-up.log").toFile()));
    }

    private void dump(Path classes) throws IOException, InterruptedException {
        run(checkout.java(List.of(
                "-Xshare:dump",
                "-XX:SharedClassListFile=" + classes,
                "-XX:SharedArchiveFile=" + checkout.archive(),
                // the only collector that puts objects into the archive; all can take them out
                "-XX:+UseG1GC",
                "-cp",
                checkout.jar().toString())));
    }

    /** If the process fails it has said why; Maven's report on a failed plugin would hide that. */
    private static void run(ProcessBuilder process) throws IOException, InterruptedException {
        int status = process.start().waitFor();
        if (status != 0) {
            System.exit(status);
        }
    }
}
