package org.nianbao.spark;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A Hadoop path on the local file system, as a Java path. Local files are read and written without Hadoop, which copies them
 * and starts a process to set the permissions of each: that takes about as long as rendering the report.
 */
final class LocalPath {
    private LocalPath() {}

    /** @param path with scheme */
    static Optional<Path> of(org.apache.hadoop.fs.Path path) {
        URI uri = path.toUri();
        return "file".equals(uri.getScheme()) ? Optional.of(Path.of(uri.getPath())) : Optional.empty();
    }
}
