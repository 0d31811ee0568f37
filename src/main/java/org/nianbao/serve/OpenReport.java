package org.nianbao.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nianbao.diagnostic.Source;
import org.nianbao.input.Reading;
import org.nianbao.output.OutputFolder;
import org.nianbao.pipeline.Inspection;

/**
 * A report that browsers edit: its text with a revision number, its file, and what the check says. The file is the truth: what
 * another program writes there becomes the next revision. Thread-safe.
 */
final class OpenReport {
    /** Revisions whose changes are known, so that a browser that has not seen them can still add its own. */
    private static final int REMEMBERED = 100;

    private final Path path;
    private final String id;
    private final Inspector inspector;
    private final boolean isManual;
    private final Deque<Revision> history = new ArrayDeque<>();
    private TextFile file;
    private byte[] onDisk;
    private int revision = 1;
    private int savedRevision = 1;
    private @Nullable Snapshot snapshot;

    /** Checks a text; the report of the year before is among the others. */
    interface Inspector {
        Inspection.Inspected inspect(Path path, Source text);

        Reading read(Path path, Source text);
    }

    /** The changes that led to a revision. */
    private record Revision(int number, String before, List<TextChange> changes) {}

    /**
     * A snapshot of a report.
     *
     * @param changes since the revision that was asked about; empty if there are none or too many
     */
    record Snapshot(
            String id,
            int revision,
            int savedRevision,
            String text,
            Inspection.Inspected inspected,
            List<TextChange> changes) {
        Snapshot with(int saved, List<TextChange> since) {
            return new Snapshot(id, revision, saved, text, inspected, since);
        }
    }

    /** The place of an edit that somebody else has changed meanwhile. */
    record Conflict(String path, List<String> mine, String theirs) {}

    /** The outcome of an edit: applied if there is neither a conflict nor a refusal. */
    record Outcome(Snapshot snapshot, List<Conflict> conflicts, boolean isRefused) {}

    /** What a browser showed in a place before an edit; empty if it does not say. */
    record ExpectedEdit(FormEdit edit, Optional<String> was) {}

    OpenReport(Path path, String id, Inspector inspector, boolean isManual) throws IOException {
        this.path = path;
        this.id = id;
        this.inspector = inspector;
        this.isManual = isManual;
        this.file = TextFile.read(path);
        this.onDisk = file.bytes();
    }

    Path path() {
        return path;
    }

    synchronized Snapshot snapshot() {
        Snapshot known = snapshot;
        if (known == null) {
            Source source = source(file.text());
            known = new Snapshot(id, revision, savedRevision, file.text(), inspector.inspect(path, source), List.of());
            snapshot = known;
        }
        return known.with(savedRevision, List.of());
    }

    /** Clears the cached findings, because another report or a form changed. */
    synchronized void recheck() {
        snapshot = null;
    }

    private Source source(String text) {
        return new Source(id, text);
    }

    /** Edits of the form. Each must find the value in its place that the browser showed. */
    synchronized Outcome edit(int base, List<ExpectedEdit> edits) throws IOException {
        refresh();
        List<Conflict> conflicts = new ArrayList<>();
        Map<String, FormEdit> wanted = new LinkedHashMap<>();
        Values values = new Values(snapshot());
        for (ExpectedEdit expected : edits) {
            String present = values.typed(expected.edit().path());
            String path = expected.edit().path();
            boolean isMoved = base != revision && ListEdit.list(path).isPresent();
            boolean isSeen =
                    expected.was().map(was -> values.isShown(path, was)).orElse(true);
            if (isMoved || !isSeen) {
                conflicts.add(
                        new Conflict(expected.edit().path(), expected.edit().value(), present));
            } else {
                wanted.put(expected.edit().path(), expected.edit());
            }
        }
        if (!conflicts.isEmpty()) {
            return new Outcome(since(base), conflicts, false);
        }
        Optional<String> changed = file.canChange()
                ? InputEdit.apply(
                        file.text(),
                        List.copyOf(wanted.values()),
                        text -> inspector.read(path, source(text)).filled())
                : Optional.empty();
        if (changed.isEmpty()) {
            return new Outcome(since(base), List.of(), true);
        }
        advance(TextChange.between(file.text(), changed.get()));
        return new Outcome(since(base), List.of(), false);
    }

    /** Changes of the text of a revision. */
    synchronized Outcome change(int base, List<TextChange> changes) throws IOException {
        refresh();
        Optional<List<TextChange>> now = TextChange.ordered(changes, Integer.MAX_VALUE);
        for (Revision later : history) {
            if (later.number() > base) {
                now = now.flatMap(mine -> TextChange.after(later.changes(), mine));
            }
        }
        boolean isKnown = base == revision || (base < revision && base >= oldest());
        now = now.flatMap(mine -> TextChange.ordered(mine, file.text().length()));
        if (!isKnown || now.isEmpty()) {
            return new Outcome(since(base), List.of(new Conflict("", List.of(), "")), false);
        }
        if (!file.canChange()) {
            return new Outcome(since(base), List.of(), true);
        }
        String mine =
                TextChange.apply(TextChange.ordered(changes, Integer.MAX_VALUE).orElseThrow(), text(base));
        advance(now.get());
        Snapshot after = snapshot().with(savedRevision, TextChange.between(mine, file.text()));
        return new Outcome(after, List.of(), false);
    }

    /** The text of a known revision. */
    private String text(int number) {
        return history.stream()
                .filter(one -> one.number() == number + 1)
                .map(Revision::before)
                .findFirst()
                .orElseGet(file::text);
    }

    private int oldest() {
        return history.isEmpty() ? revision : history.getFirst().number() - 1;
    }

    private void advance(List<TextChange> changes) throws IOException {
        if (changes.isEmpty()) {
            return;
        }
        TextFile next = file.with(changes);
        if (next.bytes().length > TextFile.LONGEST) {
            throw new IOException("too long");
        }
        if (!isManual) {
            write(next);
        }
        adopt(next, changes);
        if (!isManual) {
            savedRevision = revision;
        }
    }

    private void adopt(TextFile next, List<TextChange> changes) {
        String before = file.text();
        file = next;
        revision++;
        snapshot = null;
        history.addLast(new Revision(revision, before, changes));
        if (history.size() > REMEMBERED) {
            history.removeFirst();
        }
    }

    /** Writes the file: whole, or not at all. A link is followed. */
    private void write(TextFile next) throws IOException {
        Path real = path.toRealPath();
        byte[] bytes = next.bytes();
        OutputFolder.replace(real, bytes);
        onDisk = bytes;
    }

    /** Saves what is not saved yet. */
    synchronized Snapshot save() throws IOException {
        refresh();
        if (savedRevision < revision) {
            write(file);
            savedRevision = revision;
        }
        return since(revision);
    }

    /**
     * Takes over what another program wrote. Changes that are not saved yet stay, unless the same characters changed.
     *
     * @return whether the file had changed
     */
    synchronized boolean refresh() throws IOException {
        if (!Files.exists(path)) {
            return false;
        }
        TextFile theirs = TextFile.read(path);
        if (theirs.hasBytes(onDisk)) {
            return false;
        }
        TextFile before = TextFile.of(onDisk);
        onDisk = theirs.bytes();
        List<TextChange> unsaved = TextChange.between(before.text(), file.text());
        Optional<List<TextChange>> mine = savedRevision == revision
                ? Optional.of(List.of())
                : TextChange.after(TextChange.between(before.text(), theirs.text()), unsaved);
        TextFile next = theirs.with(mine.orElse(List.of()));
        adopt(next, TextChange.between(file.text(), next.text()));
        if (mine.isEmpty() || mine.get().isEmpty()) {
            savedRevision = revision;
        }
        return true;
    }

    /** The present state, with the changes since a revision. */
    synchronized Snapshot since(int base) {
        if (base < oldest() || base >= revision) {
            return snapshot();
        }
        List<Revision> later =
                history.stream().filter(one -> one.number() > base).toList();
        List<TextChange> changes = later.size() == 1
                ? later.get(0).changes()
                : TextChange.between(later.get(0).before(), file.text());
        return snapshot().with(savedRevision, changes);
    }
}
