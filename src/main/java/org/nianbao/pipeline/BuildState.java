package org.nianbao.pipeline;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nianbao.output.OutputFolder;

/**
 * The state of an incremental build, in the file {@code .nianbao-state} of the output folder. Each finished input appends a
 * line, so a run may be killed at any time; lines that cannot be read are ignored. Deleting the file costs only time. What
 * stands there in its place (a link, a device, a file of another program) is neither read nor followed, but replaced. For one
 * thread.
 */
final class BuildState {
    private static final String NAME = ".nianbao-state";

    /** The line that shows that the file is ours. */
    private static final String HEADER = "nianbao-state 2";

    private static final String RUN = "run";
    private static final String WRITING = "writing";
    private static final String DONE = "done";
    private static final String REFUSED = "refused";
    private static final String END = "end";

    /** The size in bytes that a file of 20,000 inputs does not reach. */
    private static final long MAX_SIZE = 1 << 25;

    /** The file is compacted when it has this many times the lines that it needs, not counting a few. */
    private static final int MAX_GROWTH = 4;

    private static final int FEW = 10;

    /** A document whose writing was interrupted has the last of its checksums or the one before. */
    private static final int KEPT_CHECKSUMS = 2;

    private final Path folder;

    /** As of the start; the lines of this run are only in the file. */
    private final Map<String, RenderedInput> entries = new HashMap<>();

    /** The contents of the inputs that documents were last made from, by file name: see {@link CacheKey.InputKey}. */
    private final Map<String, String> contents = new HashMap<>();

    /** The checksums of documents that were written last, by file name. */
    private final Map<String, Deque<String>> written = new HashMap<>();

    private Optional<Run> interrupted = Optional.empty();
    private boolean valid;
    private int lines;
    private int finished;
    private final StringBuilder unwritten = new StringBuilder();

    /**
     * The documents of an input, or that it has none.
     *
     * @param key of the input
     * @param read further files that they were made from, relative to the input's folder
     * @param files {@link CacheKey#checksum} by file name; none if the input was refused
     */
    record RenderedInput(CacheKey.InputKey key, List<String> read, Map<String, String> files) {}

    /**
     * A run that was interrupted.
     *
     * @param key of the run
     * @param done inputs that it rendered or found unchanged
     * @param refused inputs that it refused
     */
    record Run(String key, Set<String> done, Map<String, RenderedInput> refused) {}

    private BuildState(Path folder) {
        this.folder = folder;
    }

    /** Reads the state of a folder; empty if it has none. */
    static BuildState of(Path folder) {
        BuildState state = new BuildState(folder);
        try {
            List<String> all = lines(folder.resolve(NAME));
            state.valid = all.contains(HEADER);
            if (state.valid) {
                all.forEach(state::read);
            }
        } catch (IOException none) {
            // everything is rendered again
        }
        return state;
    }

    private static List<String> lines(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > MAX_SIZE) {
            return List.of();
        }
        try (var channel = Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            byte[] bytes = Channels.newInputStream(channel).readNBytes((int) MAX_SIZE);
            return new String(bytes, StandardCharsets.ISO_8859_1).lines().toList();
        }
    }

    private void read(String line) {
        lines++;
        String[] fields = line.split("\t", -1);
        try {
            String name = fields.length > 1 ? decoded(fields[1]) : "";
            switch (fields[0]) {
                case RUN -> interrupted = Optional.of(new Run(name, new HashSet<>(), new HashMap<>()));
                case END -> interrupted = Optional.empty();
                case WRITING -> checksums(fields[1]);
                case REFUSED -> {
                    entries.remove(name);
                    RenderedInput refused = new RenderedInput(key(fields[2]), list(fields[3]), Map.of());
                    interrupted.ifPresent(run -> run.refused().put(name, refused));
                }
                case DONE -> {
                    RenderedInput done = new RenderedInput(key(fields[2]), list(fields[3]), checksums(fields[4]));
                    entries.put(name, done);
                    done.files()
                            .keySet()
                            .forEach(file -> contents.put(file, done.key().contents()));
                    interrupted.ifPresent(run -> run.done().add(name));
                }
                default -> {}
            }
        } catch (RuntimeException truncated) {
            // written when the power failed
        }
    }

    private static CacheKey.InputKey key(String field) {
        String[] parts = field.split(":", 2);
        return new CacheKey.InputKey(parts[0], parts[1]);
    }

    private static List<String> list(String field) {
        return field.isEmpty()
                ? List.of()
                : List.of(field.split(",")).stream().map(BuildState::decoded).toList();
    }

    private Map<String, String> checksums(String field) {
        Map<String, String> files = new LinkedHashMap<>();
        for (String file : field.split(",", -1)) {
            String[] parts = file.split(":", 2);
            String name = decoded(parts[0]);
            if (!name.equals(String.valueOf(Path.of(name).getFileName()))) {
                throw new IllegalArgumentException(name); // not one of this folder
            }
            files.put(name, parts[1]);
            Deque<String> checksums = written.computeIfAbsent(name, key -> new ArrayDeque<>());
            checksums.remove(parts[1]);
            checksums.add(parts[1]);
            if (checksums.size() > KEPT_CHECKSUMS) {
                checksums.remove();
            }
        }
        return files;
    }

    /** The documents of an input as an earlier run wrote them. */
    Optional<RenderedInput> find(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    /** The contents of the input that a document was made from, if they are known. */
    Optional<String> contents(String file) {
        return Optional.ofNullable(contents.get(file));
    }

    /** Whether a document was written by an earlier run, with these bytes. */
    boolean isOwn(String file, String checksum) {
        return written.getOrDefault(file, new ArrayDeque<>()).contains(checksum);
    }

    /** The last run, if it was interrupted. */
    Optional<Run> interrupted() {
        return interrupted;
    }

    /** Records that a run begins. */
    void begin(String key) {
        append(RUN + "\t" + encoded(key));
    }

    /** Records the checksums of documents that are about to be written: a later run compares them to find edited documents. */
    void writing(Map<String, String> files) {
        append(writingLine(files));
    }

    /** Records that the documents of an input are there, or that it has none. */
    void done(String name, RenderedInput input) {
        finished++;
        append(line(name, input));
    }

    /** Records that the run is complete; compacts the file if it has grown. */
    void end() {
        append(END);
        if (lines > MAX_GROWTH * (entries.size() + finished + FEW) && Files.isDirectory(folder)) {
            StringBuilder compact = new StringBuilder(HEADER).append('\n');
            BuildState whole = of(folder);
            whole.written.forEach((file, checksums) -> checksums.forEach(checksum ->
                    compact.append(writingLine(Map.of(file, checksum))).append('\n')));
            whole.entries.forEach(
                    (name, entry) -> compact.append(line(name, entry)).append('\n'));
            replace(compact);
        }
    }

    private static String writingLine(Map<String, String> files) {
        return WRITING + "\t" + joined(files);
    }

    private static String line(String name, RenderedInput entry) {
        String read =
                String.join(",", entry.read().stream().map(BuildState::encoded).toList());
        String key = entry.key().contents() + ":" + entry.key().key();
        return entry.files().isEmpty()
                ? String.join("\t", REFUSED, encoded(name), key, read)
                : String.join("\t", DONE, encoded(name), key, read, joined(entry.files()));
    }

    private static String joined(Map<String, String> files) {
        List<String> joined = new ArrayList<>();
        files.forEach((file, checksum) -> joined.add(encoded(file) + ":" + checksum));
        return String.join(",", joined);
    }

    /** Appends a line in one write, so that concurrent runs do not mix their lines; waits until the folder exists. */
    private void append(String line) {
        lines++;
        unwritten.append(line).append('\n');
        if (Files.isDirectory(folder)) {
            if (!valid) {
                valid = replace(new StringBuilder(HEADER).append('\n'));
            }
            try (var channel = Files.newByteChannel(
                    folder.resolve(NAME),
                    Set.of(StandardOpenOption.WRITE, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS))) {
                channel.write(StandardCharsets.ISO_8859_1.encode(unwritten.toString()));
            } catch (IOException unwritable) {
                // rendered again next time
            }
            unwritten.setLength(0);
        }
    }

    /** Rewrites the file; returns whether it was written. */
    private boolean replace(StringBuilder text) {
        try {
            byte[] bytes = text.toString().getBytes(StandardCharsets.ISO_8859_1);
            new OutputFolder(folder).put(Map.of(NAME, bytes));
            return true;
        } catch (IOException unwritable) {
            return false;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
