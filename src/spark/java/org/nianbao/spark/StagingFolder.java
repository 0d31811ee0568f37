package org.nianbao.spark;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.io.FileUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;

/**
 * Copies inputs and their companions into a local folder of the task. Inputs of a local file system stay where they are.
 */
final class StagingFolder implements AutoCloseable {
    private final InputFolder inputs;
    private final FileSystem files;
    private final Optional<Path> local;
    private final Path folder;
    private final Set<String> staged = new HashSet<>();

    /** @param root folder of this process */
    StagingFolder(InputFolder inputs, Configuration configuration, Path root) throws IOException {
        this.inputs = inputs;
        org.apache.hadoop.fs.Path uri = new org.apache.hadoop.fs.Path(inputs.uri());
        this.files = uri.getFileSystem(configuration);
        this.local = LocalPath.of(uri);
        this.folder = Files.createTempDirectory(root, "inputs");
    }

    /** The local file of an input. The first input of a folder also brings all companions of that folder. */
    Path local(String input) throws IOException {
        if (local.isPresent()) {
            return local.get().resolve(input);
        }
        String parent = InputFolder.parent(input);
        if (staged.add(parent)) {
            for (String companion : inputs.companionsBelow(parent)) {
                copy(companion);
            }
        }
        return copy(input);
    }

    private Path copy(String file) throws IOException {
        Path here = folder.resolve(file);
        if (!Files.exists(here)) {
            Files.createDirectories(here.getParent());
            try (InputStream in = files.open(new org.apache.hadoop.fs.Path(inputs.uri() + "/" + file))) {
                Files.copy(in, here);
            }
        }
        return here;
    }

    @Override
    public void close() throws IOException {
        FileUtils.deleteDirectory(new File(folder.toString()));
    }
}
