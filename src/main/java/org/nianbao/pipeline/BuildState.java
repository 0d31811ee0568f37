package org.nianbao.pipeline;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nianbao.output.OutputFolder;

/**
 * What the documents of an output folder were made from, in one small file there. A line is added when something was done,
 * so that a run may stop at any moment; a line that makes no sense is passed over. Whoever deletes the file loses nothing
 * but time. For one thread.
 */
public final class BuildState {
    private static final String NAME = ".nianbao-state";
    private static final String RUN = "run";
    private static final String DONE = "done";
    private static final String REFUSED = "refused";
    private static final String END = "end";
    /** So many lines for each that is needed are borne before the file is written anew. */
    private static final int WORN = 4;

    private final Path folder;

    /** As they stood there at first; what this run adds is in the file alone, however long it gets. */
    private final Map<String, Entry> entries = new HashMap<>();

    private Optional<Run> interrupted = Optional.empty();
    private int lines;
    private int told;
    private String waiting = "";

    /**
     * Documents that are there.
     *
     * @param key what they were made from: equal keys, equal documents
     * @param read the files beside the input that it was made from too, relative to the input's folder
     * @param files as they were written
     */
    public record Entry(String key, List<String> read, List<Written> files) {
        public Entry {
            read = List.copyOf(read);
            files = List.copyOf(files);
        }
    }

    /** A file of the folder: its name, its bytes, when it was last changed (in milliseconds). */
    public record Written(String name, long size, long time) {}

    /**
     * A run that did not come to its end.
     *
     * @param order what was to be made
     * @param done the names that it has made documents of, or found unchanged
     * @param refused the names that it has refused
     */
    public record Run(String order, Set<String> done, Set<String> refused) {}

    private BuildState(Path folder) {
        this.folder = folder;
    }

    /** Reads the ledger of a folder; it is empty if there is none that can be read. */
    public static BuildState of(Path folder) {
        BuildState ledger = new BuildState(folder);
        try {
            for (String line : Files.readAllLines(folder.resolve(NAME), StandardCharsets.ISO_8859_1)) {
                ledger.read(line.split("\t", -1));
                ledger.lines++;
            }
        } catch (IOException none) {
            // then everything is made anew
        }
        return ledger;
    }

    private void read(String[] fields) {
        try {
            if (fields[0].equals(RUN)) {
                interrupted = Optional.of(new Run(fields[1], new HashSet<>(), new HashSet<>()));
            } else if (fields[0].equals(END)) {
                interrupted = Optional.empty();
            } else if (fields[0].equals(REFUSED)) {
                entries.remove(text(fields[1]));
                interrupted.ifPresent(run -> run.refused().add(text(fields[1])));
            } else if (fields[0].equals(DONE)) {
                List<Written> files =
                        list(fields[4]).stream().map(BuildState::written).toList();
                entries.put(text(fields[1]), new Entry(fields[2], list(fields[3]), files));
                interrupted.ifPresent(run -> run.done().add(text(fields[1])));
            }
        } catch (RuntimeException cutOff) {
            // the line that was being written when the power failed
        }
    }

    private static Written written(String field) {
        String[] parts = field.split(":", -1);
        return new Written(text(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }

    /** The documents of a name, if they are all there as they were written. */
    public Optional<Entry> find(String name) {
        return Optional.ofNullable(entries.get(name)).filter(this::isThere);
    }

    private boolean isThere(Entry entry) {
        try {
            for (Written file : entry.files()) {
                if (!stat(file.name()).equals(file)) {
                    return false;
                }
            }
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    private Written stat(String name) throws IOException {
        BasicFileAttributes file = Files.readAttributes(folder.resolve(name), BasicFileAttributes.class);
        return new Written(name, file.size(), file.lastModifiedTime().toMillis());
    }

    /** The last run, if it did not come to its end. */
    public Optional<Run> interrupted() {
        return interrupted;
    }

    /** A run begins. */
    public void begin(String order) {
        add(RUN, order);
    }

    /**
     * The documents of a name are there.
     *
     * @param files their names
     */
    public void done(String name, String key, List<String> read, Collection<String> files) {
        try {
            List<Written> written = new ArrayList<>();
            for (String file : files) {
                written.add(stat(file));
            }
            tell(name, new Entry(key, read, written));
        } catch (IOException gone) {
            // then it is made anew
        }
    }

    private void tell(String name, Entry entry) {
        told++;
        add(line(name, entry));
    }

    /** A name was found to have its documents already. */
    public void unchanged(String name) {
        Optional.ofNullable(entries.get(name)).ifPresent(entry -> tell(name, entry));
    }

    /** A name has no documents that could be trusted. */
    public void refused(String name) {
        add(REFUSED, word(name));
    }

    /** The run came to its end. A file that has grown long is written anew. */
    public void end() {
        add(END);
        if (Files.isDirectory(folder) && lines > WORN * (Math.max(entries.size(), told) + 10)) {
            StringBuilder all = new StringBuilder();
            of(folder)
                    .entries
                    .forEach((name, entry) ->
                            all.append(String.join("\t", line(name, entry))).append('\n'));
            try {
                new OutputFolder(folder).put(Map.of(NAME, all.toString().getBytes(StandardCharsets.ISO_8859_1)));
            } catch (IOException kept) {
                // the long one does as well
            }
        }
    }

    private static String[] line(String name, Entry entry) {
        List<String> files = entry.files().stream()
                .map(file -> word(file.name()) + ":" + file.size() + ":" + file.time())
                .toList();
        List<String> read = entry.read().stream().map(BuildState::word).toList();
        return new String[] {DONE, word(name), entry.key(), String.join(",", read), String.join(",", files)};
    }

    /** In one write, so that runs beside each other do not mix their lines; later, if there is no folder yet. */
    private void add(String... fields) {
        lines++;
        waiting += String.join("\t", fields) + "\n";
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (FileChannel file = FileChannel.open(
                folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            file.write(ByteBuffer.wrap(waiting.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (IOException unwritable) {
            // the next run makes anew what is not told here
        }
        waiting = "";
    }

    private static List<String> list(String field) {
        return field.isEmpty()
                ? List.of()
                : Arrays.stream(field.split(",", -1))
                        .map(part -> part.contains(":") ? part : text(part))
                        .toList();
    }

    private static String word(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String text(String word) {
        return URLDecoder.decode(word, StandardCharsets.UTF_8);
    }
}
