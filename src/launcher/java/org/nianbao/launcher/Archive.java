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
    private final Checkout checkout;
    private final Installation program;

    private Archive(Checkout checkout) {
        this.checkout = checkout;
        this.program = checkout.program();
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
                .add(program.jar())
                .addAll(checkout.typographies())
                .hex();
        Path made = checkout.build().resolve("docx-package.digest");
        if (!ContentDigest.isRecorded(sources, made)) {
            Installation.run(program.nianbao(List.of(), "prepare"));
            Files.writeString(made, sources);
        }
    }

    private void makeArchive() throws IOException, InterruptedException {
        String sources = new ContentDigest()
                .add(program.jar())
                .add(checkout.warmUp().resolve("report.yaml"))
                .addJava()
                .hex();
        Path made = checkout.build().resolve("archive.digest");
        if (ContentDigest.isRecorded(sources, made) && Files.exists(program.archive())) {
            // Java ignores an archive if the jar has another time, even if it was only packed again
            Files.setLastModifiedTime(program.jar(), Files.getLastModifiedTime(made));
            return;
        }
        program.makeArchive(checkout.warmUp(), checkout.build());
        Files.writeString(made, sources);
        Files.setLastModifiedTime(made, Files.getLastModifiedTime(program.jar()));
    }
}
