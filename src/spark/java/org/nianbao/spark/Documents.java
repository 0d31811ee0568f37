package org.nianbao.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;

/**
 * Writes documents into a folder of any Hadoop file system. A file appears whole: it is written under another name and
 * renamed. Two tasks may write the same report, because both write the same bytes.
 */
final class Documents {
    private static final String UNFINISHED = "_unfinished";

    private final FileContext files;
    private final Path folder;

    /** @param folder URI with scheme and authority */
    Documents(String folder, Configuration configuration) throws IOException {
        this.folder = new Path(folder);
        this.files = FileContext.getFileContext(this.folder.toUri(), configuration);
    }

    /**
     * Writes the documents of a report, replacing earlier ones.
     *
     * @param parent folder in the output folder, ending in {@code /} or empty
     */
    void put(String parent, Map<String, byte[]> documents) throws IOException {
        Map<Path, Path> written = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> document : documents.entrySet()) {
            Path unfinished =
                    new Path(new Path(folder, UNFINISHED), UUID.randomUUID().toString());
            write(unfinished, document.getValue());
            written.put(unfinished, new Path(folder, parent + document.getKey()));
        }
        for (Map.Entry<Path, Path> one : written.entrySet()) {
            rename(one.getKey(), one.getValue());
        }
    }

    private void write(Path unfinished, byte[] bytes) throws IOException {
        Optional<java.nio.file.Path> local = LocalPath.of(unfinished);
        if (local.isPresent()) {
            Files.createDirectories(local.get().getParent());
            Files.write(local.get(), bytes);
            return;
        }
        try (OutputStream out =
                files.create(unfinished, EnumSet.of(CreateFlag.CREATE), Options.CreateOpts.createParent())) {
            out.write(bytes);
        }
    }

    private void rename(Path unfinished, Path whole) throws IOException {
        Optional<java.nio.file.Path> local = LocalPath.of(whole);
        if (local.isPresent()) {
            Files.createDirectories(local.get().getParent());
            Files.move(LocalPath.of(unfinished).orElseThrow(), local.get(), StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        files.mkdir(whole.getParent(), null, true);
        files.rename(unfinished, whole, Options.Rename.OVERWRITE);
    }

    /** Removes the unfinished files of killed tasks. No task may be running. */
    void sweep() throws IOException {
        Path unfinished = new Path(folder, UNFINISHED);
        if (files.util().exists(unfinished)) {
            files.delete(unfinished, true);
        }
    }
}
