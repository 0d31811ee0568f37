package org.nianbao.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nianbao.aggregate.UnitReports;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.Source;
import org.nianbao.input.InputReader;
import org.nianbao.input.Reading;
import org.nianbao.json.JsonWriter;
import org.nianbao.pipeline.Engine;
import org.nianbao.pipeline.Inspection;
import org.nianbao.pipeline.LastYear;
import org.nianbao.pipeline.Renderer;
import org.nianbao.report.Report;

/**
 * The inputs of the folder that is served. Their ids are the names of their files; nothing else in the folder, and nothing
 * outside it, is ever read or written. Reports are opened when they are asked for. Thread-safe.
 */
final class Workspace implements OpenReport.Inspector {
    private final Engine engine;
    private final Path folder;
    private final Optional<String> only;
    private final boolean isManual;
    private final Events events;
    private final Map<String, OpenReport> open = new ConcurrentHashMap<>();
    private List<String> known;
    private volatile @Nullable Inspection inspection;

    /**
     * @param only name of the file in the folder that is served alone, if it is one
     * @param isManual whether changes are saved only when the user says so
     */
    Workspace(Engine engine, Path folder, Optional<String> only, boolean isManual, Events events) throws IOException {
        this.engine = engine;
        this.folder = folder.toRealPath();
        this.only = only;
        this.isManual = isManual;
        this.events = events;
        this.known = ids();
    }

    Path folder() {
        return folder;
    }

    Engine engine() {
        return engine;
    }

    boolean isManual() {
        return isManual;
    }

    /** The names of the inputs, sorted. */
    List<String> ids() throws IOException {
        return allIds().stream()
                .filter(name -> only.map(name::equals).orElse(true))
                .toList();
    }

    /** The names of all inputs of the folder, those that are not served included. */
    List<String> allIds() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Renderer::isInput)
                    .filter(this::isInside)
                    .map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    boolean isSingle() {
        return only.isPresent();
    }

    /** The report of an input as its file is now. */
    Optional<Report> peek(String id) {
        return InputReader.read(folder.resolve(id), id, engine.forms()).filled().map(Reading.Filled::report);
    }

    /** Whether it is a file of the folder, and no link to another one. */
    private boolean isInside(Path file) {
        try {
            return Files.isRegularFile(file) && file.toRealPath().startsWith(folder);
        } catch (IOException e) {
            return false;
        }
    }

    /** @throws RequestRefused if there is no such input in the folder */
    OpenReport report(String id) throws IOException {
        if (!ids().contains(id)) {
            throw new RequestRefused(404, Message.of("serve-no-report", id));
        }
        try {
            return open.computeIfAbsent(id, name -> {
                try {
                    return new OpenReport(folder.resolve(name), name, this, isManual);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw new RequestRefused(422, Message.of("serve-unreadable", id));
        }
    }

    @Override
    public Inspection.Inspected inspect(Path path, Source text) {
        return inspection().inspect(path, text);
    }

    @Override
    public Reading read(Path path, Source text) {
        return InputReader.read(path, text, engine.forms());
    }

    /** The checks, with the other inputs of the folder as reports of the year before. */
    private Inspection inspection() {
        Inspection present = inspection;
        if (present == null) {
            Map<Path, String> files = new LinkedHashMap<>();
            try {
                allIds().forEach(name -> files.put(folder.resolve(name), name));
            } catch (IOException e) {
                files.clear(); // the folder is gone: reports that are open are checked alone
            }
            LastYear lastYear = LastYear.of(files, engine, new Diagnostics());
            present = new Inspection(engine, lastYear, UnitReports.NONE, Optional.empty());
            inspection = present;
        }
        return present;
    }

    /** Polls for changes by other programs, and notifies the browsers. */
    void watch() throws IOException {
        List<String> now = ids();
        if (!now.equals(known)) {
            known = now;
            open.keySet().retainAll(now);
            inspection = null;
            open.values().forEach(OpenReport::recheck);
            events.send("reports", "{}");
        }
        for (Map.Entry<String, OpenReport> one : open.entrySet()) {
            try {
                if (one.getValue().refresh()) {
                    changed(one.getValue());
                }
            } catch (IOException e) {
                // it is being written, or gone: the next poll tries again
            }
        }
    }

    /** Notifies the browsers of a new revision of a report. */
    void changed(OpenReport report) {
        OpenReport.Snapshot snapshot = report.snapshot();
        events.send("changed", JsonWriter.object(json -> {
            json.text("id", snapshot.id());
            json.number("revision", snapshot.revision());
        }));
    }
}
