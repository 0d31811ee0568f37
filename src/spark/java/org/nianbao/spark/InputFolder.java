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
 * The inputs below a folder of any Hadoop file system, and their companions. Paths are relative to the folder and use
 * {@code /}.
 *
 * @param uri of the folder, with scheme and authority
 * @param inputs sorted
 * @param companions pictures and files of local rows, sorted
 * @param clashes inputs whose documents would overwrite the documents of an earlier input
 */
record InputFolder(String uri, List<String> inputs, List<String> companions, Set<String> clashes)
        implements Serializable {

    /** Lists a folder and all its subfolders, without names that begin with {@code .} or {@code _}. */
    static InputFolder at(String typed, Configuration configuration) throws IOException {
        Path typedPath = new Path(typed);
        FileSystem files = typedPath.getFileSystem(configuration);
        Path folder = files.makeQualified(typedPath);
        if (!files.getFileStatus(folder).isDirectory()) {
            throw new FileNotFoundException(typed + " is not a folder");
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
            if (path.matches("(?:.*[./])?form\\.yaml|.*\\.(?i:png|jpe?g|svg)")) {
                companions.add(path);
            } else if (path.matches(".*\\.ya?ml") && !path.matches("(?:.*[./])?units\\.yaml")) {
                inputs.add(path);
            }
        }
        return new InputFolder(
                folder.toString(), new ArrayList<>(inputs), new ArrayList<>(companions), clashes(inputs));
    }

    /** Folder by folder: Hadoop's recursive listing starts a process for the permissions of each local file. */
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

    /** The folder of an input, ending in {@code /}; empty for the input folder itself. */
    static String parent(String input) {
        return input.substring(0, input.lastIndexOf('/') + 1);
    }

    /** The region of an input: the first folder of its path, or empty. */
    static String region(String input) {
        return input.contains("/") ? input.substring(0, input.indexOf('/')) : "";
    }

    /** The companions that inputs of a folder may use: those in it or below. */
    List<String> companionsBelow(String parent) {
        return companions.stream().filter(path -> path.startsWith(parent)).toList();
    }
}
