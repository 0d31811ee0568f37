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
 * Where a task finds inputs with what they speak of: a folder of its own, into which it brings them; or where they lie, if
 * that is a local file system.
 */
final class Stage implements AutoCloseable {
    private final InputFolder inputs;
    private final FileSystem files;
    private final Optional<Path> local;
    private final Path folder;
    private final Set<String> staged = new HashSet<>();

    /** @param root a folder of this process */
    Stage(InputFolder inputs, Configuration configuration, Path root) throws IOException {
        this.inputs = inputs;
        org.apache.hadoop.fs.Path uri = new org.apache.hadoop.fs.Path(inputs.uri());
        this.files = uri.getFileSystem(configuration);
        this.local = LocalPath.of(uri);
        this.folder = Files.createTempDirectory(root, "inputs");
    }

    /** Brings an input here, and with the first one of a folder all companions of that folder. */
    Path bring(String input) throws IOException {
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
