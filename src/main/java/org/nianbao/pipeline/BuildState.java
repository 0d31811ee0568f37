package org.nianbao.pipeline;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.nianbao.output.OutputFolder;

/**
 * The state of an incremental build, in the file {@code .nianbao-state} of the output folder. Each finished input appends a
 * line, so a run may be killed at any time; lines that cannot be read are ignored. Deleting the file costs only time. For one
 * thread.
 */
final class BuildState {
    private static final String NAME = ".nianbao-state";
    private static final String RUN = "run";
    private static final String DONE = "done";
    private static final String REFUSED = "refused";
    private static final String END = "end";

    /** The file is compacted when it has this many times the lines that it needs, not counting a few. */
    private static final int MAX_GROWTH = 4;

    private static final int FEW = 10;

    private final Path folder;

    /** As of the start; the lines of this run are only in the file. */
    private final Map<String, RenderedInput> entries = new HashMap<>();

    private Optional<Run> interrupted = Optional.empty();
    private int lines;
    private int finished;
    private final StringBuilder unwritten = new StringBuilder();

    /**
     * The documents of an input.
     *
     * @param key of the input, by {@link CacheKey}
     * @param read further files that they were made from, relative to the input's folder
     * @param files size and time by file name
     */
    record RenderedInput(String key, List<String> read, Map<String, String> files) {}

    /**
     * A run that was interrupted.
     *
     * @param key of the run
     * @param done inputs that it rendered or found unchanged
     * @param refused inputs that it refused
     */
    record Run(String key, Set<String> done, Set<String> refused) {}

    private BuildState(Path folder) {
        this.folder = folder;
    }

    /** Reads the state of a folder; empty if it has none. */
    static BuildState of(Path folder) {
        BuildState state = new BuildState(folder);
        try (Stream<String> file = Files.lines(folder.resolve(NAME), StandardCharsets.ISO_8859_1)) {
            file.forEach(state::read);
        } catch (IOException none) {
            // everything is rendered again
        }
        return state;
    }

    private void read(String line) {
        lines++;
        String[] fields = line.split("\t", -1);
        try {
            String name = fields.length > 1 ? decoded(fields[1]) : "";
            switch (fields[0]) {
                case RUN -> interrupted = Optional.of(new Run(name, new HashSet<>(), new HashSet<>()));
                case END -> interrupted = Optional.empty();
                case REFUSED -> {
                    entries.remove(name);
                    interrupted.ifPresent(run -> run.refused().add(name));
                }
                case DONE -> {
                    List<String> read =
                            list(fields[3]).stream().map(BuildState::decoded).toList();
                    Map<String, String> files = new LinkedHashMap<>();
                    for (String file : list(fields[4])) {
                        String[] parts = file.split(":", 2);
                        files.put(decoded(parts[0]), parts[1]);
                    }
                    entries.put(name, new RenderedInput(fields[2], read, files));
                    interrupted.ifPresent(run -> run.done().add(name));
                }
                default -> {}
            }
        } catch (RuntimeException truncated) {
            // written when the power failed
        }
    }

    private static List<String> list(String field) {
        return field.isEmpty() ? List.of() : List.of(field.split(","));
    }

    /** The documents of an input, if all of them are as they were written. */
    Optional<RenderedInput> find(String name) {
        return Optional.ofNullable(entries.get(name)).filter(entry -> {
            try {
                return versions(entry.files().keySet()).equals(entry.files());
            } catch (IOException gone) {
                return false;
            }
        });
    }

    /** Size in bytes and time in milliseconds by file name. */
    private Map<String, String> versions(Collection<String> files) throws IOException {
        Map<String, String> versions = new LinkedHashMap<>();
        for (String name : files) {
            BasicFileAttributes file = Files.readAttributes(folder.resolve(name), BasicFileAttributes.class);
            versions.put(name, file.size() + ":" + file.lastModifiedTime().toMillis());
        }
        return versions;
    }

    /** The last run, if it was interrupted. */
    Optional<Run> interrupted() {
        return interrupted;
    }

    /** Records that a run begins. */
    void begin(String key) {
        append(RUN + "\t" + encoded(key));
    }

    /** Records that an input's documents were written. */
    void done(String name, String key, List<String> read, Collection<String> files) {
        try {
            append(name, new RenderedInput(key, read, versions(files)));
        } catch (IOException gone) {
            // rendered again next time
        }
    }

    /** Records that an input's documents were found unchanged. */
    void unchanged(String name) {
        Optional.ofNullable(entries.get(name)).ifPresent(entry -> append(name, entry));
    }

    /** Records that an input has no documents of its present content. */
    void refused(String name) {
        append(REFUSED + "\t" + encoded(name));
    }

    /** Records that the run is complete; compacts the file if it has grown. */
    void end() {
        append(END);
        if (lines > MAX_GROWTH * (entries.size() + finished + FEW) && Files.isDirectory(folder)) {
            StringBuilder compact = new StringBuilder();
            of(folder)
                    .entries
                    .forEach((name, entry) -> compact.append(line(name, entry)).append('\n'));
            try {
                byte[] bytes = compact.toString().getBytes(StandardCharsets.ISO_8859_1);
                new OutputFolder(folder).put(Map.of(NAME, bytes));
            } catch (IOException unwritable) {
                // the longer file stays
            }
        }
    }

    private void append(String name, RenderedInput entry) {
        finished++;
        append(line(name, entry));
    }

    private static String line(String name, RenderedInput entry) {
        List<String> read = entry.read().stream().map(BuildState::encoded).toList();
        List<String> files = new ArrayList<>();
        entry.files().forEach((file, version) -> files.add(encoded(file) + ":" + version));
        return String.join("\t", DONE, encoded(name), entry.key(), String.join(",", read), String.join(",", files));
    }

    /** Appends a line in one write, so that concurrent runs do not mix their lines; waits until the folder exists. */
    private void append(String line) {
        lines++;
        unwritten.append(line).append('\n');
        if (Files.isDirectory(folder)) {
            try {
                Files.writeString(
                        folder.resolve(NAME),
                        unwritten,
                        StandardCharsets.ISO_8859_1,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            } catch (IOException unwritable) {
                // rendered again next time
            }
            unwritten.setLength(0);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
