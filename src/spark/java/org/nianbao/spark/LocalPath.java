package org.nianbao.spark;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What Hadoop calls a path, as Java knows it, if it is one of a local file system. Such files are read and written without
 * Hadoop, which would have them copied, and would start a process of the system to set the rights of each: that takes about
 * as long as the report.
 */
final class LocalPath {
    private LocalPath() {}

    /** @param path with scheme */
    static Optional<Path> of(org.apache.hadoop.fs.Path path) {
        URI uri = path.toUri();
        return "file".equals(uri.getScheme()) ? Optional.of(Path.of(uri.getPath())) : Optional.empty();
    }
}
