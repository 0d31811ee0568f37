package org.nianbao.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The inputs below a folder of any Hadoop file system, and what they may speak of. Paths are relative to the folder, with
 * {@code /} between their names.
 *
 * @param uri of the folder, with scheme and authority
 * @param inputs sorted
 * @param companions pictures and files of local rows, sorted
 * @param clashes inputs whose documents would have the name of those of an earlier one in their folder
 */
record InputFolder(String uri, List<String> inputs, List<String> companions, Set<String> clashes)
        implements Serializable {

    /** Looks at a folder and all below it. Names that begin with {@code .} or {@code _} are passed over. */
    static InputFolder at(String typed, Configuration configuration) throws IOException {
        Path typedPath = new Path(typed);
        FileSystem files = typedPath.getFileSystem(configuration);
        Path folder = files.makeQualified(typedPath);
        if (!files.getFileStatus(folder).isDirectory()) {
            throw new FileNotFoundException(typed + " is no folder");
        }
        Set<String> inputs = new TreeSet<>();
        Set<String> companions = new TreeSet<>();
        List<Path> found = new ArrayList<>();
        walk(files, folder, found);
        for (Path file : found) {
            String path = folder.toUri().relativize(file.toUri()).getPath();
            if (path.matches("(?:.*/)?[._].*")) {
                continue;
            }
            if (path.matches("(?:.*[./])?form\\.yaml|.*\\.(?:png|svg)")) {
                companions.add(path);
            } else if (path.matches(".*\\.ya?ml") && !path.matches("(?:.*[./])?units\\.yaml")) {
                inputs.add(path);
            }
        }
        return new InputFolder(
                folder.toString(), new ArrayList<>(inputs), new ArrayList<>(companions), clashes(inputs));
    }

    /** Folder by folder: for a list of all at once, Hadoop asks a local file system for the rights of each, by a process. */
    private static void walk(FileSystem files, Path folder, List<Path> found) throws IOException {
        for (FileStatus status : files.listStatus(folder)) {
            if (status.isDirectory()) {
                walk(files, status.getPath(), found);
            } else {
                found.add(status.getPath());
            }
        }
    }

    private static Set<String> clashes(Set<String> inputs) {
        Set<String> bases = new HashSet<>();
        Set<String> clashes = new HashSet<>();
        for (String input : inputs) {
            if (!bases.add(input.replaceFirst("\\.ya?ml$", ""))) {
                clashes.add(input);
            }
        }
        return clashes;
    }

    /** The folder that an input lies in, ending in {@code /}; empty for the folder itself. */
    static String parent(String input) {
        return input.substring(0, input.lastIndexOf('/') + 1);
    }

    /** The region that an input is of: the first folder on the way to it, or nothing. */
    static String region(String input) {
        return input.contains("/") ? input.substring(0, input.indexOf('/')) : "";
    }

    /** What may be spoken of by inputs of a folder: it lies there or below. */
    List<String> companionsBelow(String parent) {
        return companions.stream().filter(path -> path.startsWith(parent)).toList();
    }
}
