package org.nianbao.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.FileDiagnostics;
import org.nianbao.output.OutputFolder;

/**
 * The documents in the output folder. A document that somebody edited is kept before it is replaced, and one that is older
 * than its input is named. For one thread, except {@link #isIntact}.
 *
 * @param keepEdited whether a report is refused if one of its documents was edited
 * @param removeStale whether documents that are older than their input are deleted
 */
record DocumentStore(OutputFolder folder, BuildState state, boolean keepEdited, boolean removeStale) {
    /** Whether all documents of an input are as they were written. */
    boolean isIntact(BuildState.RenderedInput input) {
        return input.files().entrySet().stream()
                .allMatch(file -> checksum(file.getKey()).equals(Optional.of(file.getValue())));
    }

    private Optional<String> checksum(String file) {
        try {
            Path place = folder.place(file);
            return Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)
                    ? Optional.of(CacheKey.checksum(place))
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Writes the documents of an input: all of them or, with one more error, none. */
    Batch.FinishedInput put(Path input, RenderedReport rendered, Optional<CacheKey.InputKey> key) {
        String base = Renderer.baseName(input);
        Map<String, String> checksums = new LinkedHashMap<>();
        rendered.files().forEach((file, bytes) -> checksums.put(file, CacheKey.checksum(bytes)));
        Diagnostics found = Diagnostics.of(rendered.findings().diagnostics());
        boolean written = !checksums.isEmpty() && write(rendered, checksums, found);
        Map<String, String> files = written ? checksums : Map.of();
        key.ifPresent(known -> state.done(base, new BuildState.RenderedInput(known, rendered.read(), files)));
        addStale(input, files, key, found);
        FileDiagnostics findings = rendered.findings();
        return new Batch.FinishedInput(
                written ? Batch.InputStatus.RENDERED : Batch.InputStatus.REFUSED,
                new FileDiagnostics(findings.name(), found.sorted(), findings.accepted()),
                files.keySet().stream().map(folder::place).toList());
    }

    private boolean write(RenderedReport rendered, Map<String, String> checksums, Diagnostics found) {
        List<String> edited = checksums.entrySet().stream()
                .filter(file -> isEdited(file.getKey(), file.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (keepEdited && !edited.isEmpty()) {
            edited.forEach(file -> found.add(Diagnostic.error("document-edited", folder.place(file))));
            return false;
        }
        Map<String, String> kept = new LinkedHashMap<>();
        try {
            folder.create();
            state.writing(checksums);
            for (String file : edited) {
                kept.put(file, folder.keep(file));
            }
            folder.put(rendered.files());
            kept.forEach((file, other) -> found.add(Diagnostic.warning("document-kept", folder.place(file), other)));
            return true;
        } catch (IOException e) {
            found.add(Diagnostic.unwritable(folder.place(""), e));
            kept.values().forEach(other -> folder.place(other).toFile().delete());
            return false;
        }
    }

    /** Whether somebody else wrote a document: its bytes are neither the new ones nor those of an earlier run. */
    private boolean isEdited(String file, String checksum) {
        Optional<String> present = checksum(file);
        return present.filter(other -> !other.equals(checksum) && !state.isOwn(file, other))
                .isPresent();
    }

    /** Names the documents of an input that were made from other contents, and deletes them if that is wanted. */
    void addStale(Path input, Map<String, String> present, Optional<CacheKey.InputKey> key, Diagnostics found) {
        String base = Renderer.baseName(input);
        Stream.concat(FormatSet.names().stream().map(format -> "." + format), Stream.of(Renderer.FIGURES))
                .map(ending -> base + ending)
                .filter(file -> !present.containsKey(file) && isStale(file, input, key))
                .forEach(file -> found.add(stale(file)));
    }

    private boolean isStale(String file, Path input, Optional<CacheKey.InputKey> key) {
        Path place = folder.place(file);
        if (!Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        Optional<String> contents = state.contents(file);
        if (contents.isPresent()) {
            return !contents.equals(key.map(CacheKey.InputKey::contents));
        }
        try {
            return Files.getLastModifiedTime(place).compareTo(Files.getLastModifiedTime(input)) < 0;
        } catch (IOException gone) {
            return false;
        }
    }

    private Diagnostic stale(String file) {
        boolean own =
                checksum(file).filter(checksum -> state.isOwn(file, checksum)).isPresent();
        if (removeStale && own && folder.place(file).toFile().delete()) {
            return Diagnostic.warning("document-removed", folder.place(file));
        }
        return Diagnostic.warning("document-stale", folder.place(file));
    }
}
