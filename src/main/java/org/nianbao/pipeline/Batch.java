package org.nianbao.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.FileDiagnostics;
import org.nianbao.output.OutputFolder;

/**
 * Renders many inputs in parallel. Documents are written in the order of the inputs, so every run looks the same. Inputs that
 * did not change since their documents were written are skipped.
 */
public final class Batch {
    /** How many finished reports per thread may wait for a slower one; each takes half a megabyte. */
    private static final int QUEUE = 4;

    /** In bytes; larger inputs are rejected anyway. */
    private static final long MAX_INPUT = 1 << 20;

    /** Suffix of the key of a run that renders unchanged inputs too. */
    private static final String FORCED = "+";

    private final Renderer renderer;
    private final Faults faults;
    private final OutputFolder output;
    private final BuildState state;
    private final DocumentStore documents;
    private final Optional<CacheKey> cacheKey;
    private final BatchOptions options;

    /**
     * The options of a run.
     *
     * @param threads number of reports rendered in parallel, at least one
     * @param force whether to render unchanged inputs too
     * @param resume whether to resume an interrupted run: inputs already rendered or refused are skipped, unless they changed
     * @param noClobber whether a report is refused if somebody edited one of its documents
     * @param clean whether to delete documents that are older than their input
     */
    public record BatchOptions(int threads, boolean force, boolean resume, boolean noClobber, boolean clean) {}

    /** The result of an input. */
    public enum InputStatus {
        /** Its documents were written. */
        RENDERED,
        /** Its documents were there already. */
        UNCHANGED,
        /** It has no documents. */
        REFUSED
    }

    /**
     * An input that was processed.
     *
     * @param findings its diagnostics; none if it was not read again
     * @param files its documents
     */
    public record FinishedInput(InputStatus status, FileDiagnostics findings, List<Path> files) {}

    /** An input that is being rendered. */
    private record PendingInput(String name, String base, Future<Supplier<FinishedInput>> work) {}

    /**
     * @param renderer made for one thread per report
     * @param faults of the run
     * @param cacheKey of the run, if it is known
     */
    Batch(
            Renderer renderer,
            Faults faults,
            OutputFolder output,
            BuildState state,
            Optional<CacheKey> cacheKey,
            BatchOptions options) {
        this.renderer = renderer;
        this.faults = faults;
        this.output = output;
        this.state = state;
        this.documents = new DocumentStore(output, state, options.noClobber(), options.clean());
        this.cacheKey = cacheKey;
        this.options = options;
    }

    /**
     * Renders inputs, each with its name in messages.
     *
     * @param onResult called for each input in order; returns false to stop
     */
    public void run(Map<Path, String> inputs, Predicate<FinishedInput> onResult) {
        output.tidy();
        Optional<BuildState.Run> resumed = interrupted();
        boolean force = options.force()
                || resumed.filter(run -> run.key().endsWith(FORCED)).isPresent();
        if (resumed.isEmpty()) {
            cacheKey.ifPresent(key -> state.begin(key.ofRun() + (force ? FORCED : "")));
        }
        ExecutorService threads = Executors.newFixedThreadPool(options.threads(), Batch::daemon);
        Deque<PendingInput> queue = new ArrayDeque<>();
        Iterator<Map.Entry<Path, String>> next = inputs.entrySet().iterator();
        boolean going = true;
        try {
            while (going && (next.hasNext() || !queue.isEmpty())) {
                while (next.hasNext() && queue.size() < QUEUE * options.threads()) {
                    Map.Entry<Path, String> input = next.next();
                    queue.add(new PendingInput(
                            input.getValue(),
                            Renderer.baseName(input.getKey()),
                            threads.submit(begin(input.getKey(), input.getValue(), resumed, force))));
                }
                going = onResult.test(result(queue.remove()));
            }
            if (going && cacheKey.isPresent()) {
                state.end();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "report");
        thread.setDaemon(true);
        return thread;
    }

    /** The interrupted run with the same key, if it is to be resumed. */
    private Optional<BuildState.Run> interrupted() {
        return cacheKey.filter(key -> options.resume())
                .flatMap(key -> state.interrupted().filter(run -> run.key().startsWith(key.ofRun())));
    }

    /** The work for an input, and what then goes into state and output. The state is not thread-safe: it is read here. */
    private Callable<Supplier<FinishedInput>> begin(
            Path input, String name, Optional<BuildState.Run> resumed, boolean force) {
        String base = Renderer.baseName(input);
        Optional<BuildState.RenderedInput> refused =
                resumed.map(run -> run.refused().get(base));
        boolean isDone = resumed.filter(run -> run.done().contains(base)).isPresent();
        Optional<BuildState.RenderedInput> known = refused.or(() -> state.find(base));
        return () -> work(input, name, force && !isDone && refused.isEmpty() ? Optional.empty() : known);
    }

    private Supplier<FinishedInput> work(Path input, String name, Optional<BuildState.RenderedInput> known) {
        Path folder = Optional.ofNullable(input.toAbsolutePath().getParent()).orElseThrow();
        Optional<byte[]> bytes = bytes(input);
        Optional<BuildState.RenderedInput> same = known.filter(entry ->
                key(bytes, folder, entry.read()).equals(Optional.of(entry.key())) && documents.isIntact(entry));
        if (same.isPresent()) {
            return () -> skipped(input, name, same.get());
        }
        RenderedReport rendered = renderer.render(input, name);
        Optional<CacheKey.InputKey> key = key(bytes, folder, rendered.read());
        return () -> documents.put(input, rendered, key);
    }

    private Optional<byte[]> bytes(Path input) {
        try {
            return cacheKey.isEmpty() || Files.size(input) > MAX_INPUT
                    ? Optional.empty()
                    : Optional.of(Files.readAllBytes(input));
        } catch (IOException e) {
            return Optional.empty(); // the renderer reports it
        }
    }

    private Optional<CacheKey.InputKey> key(Optional<byte[]> input, Path folder, List<String> read) {
        try {
            return input.isEmpty()
                    ? Optional.empty()
                    : Optional.of(cacheKey.orElseThrow().of(input.get(), folder, read));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** An input that did not change: its documents are there or, if it has none, it was refused before. */
    private FinishedInput skipped(Path input, String name, BuildState.RenderedInput known) {
        Diagnostics found = new Diagnostics();
        state.done(Renderer.baseName(input), known);
        documents.addStale(input, known.files(), Optional.of(known.key()), found);
        return new FinishedInput(
                known.files().isEmpty() ? InputStatus.REFUSED : InputStatus.UNCHANGED,
                new FileDiagnostics(name, found.list(), 0),
                known.files().keySet().stream().map(output::place).toList());
    }

    /** Waits for an input. A fault of the program in it ends this input only. */
    private FinishedInput result(PendingInput input) {
        try {
            return input.work().get().get();
        } catch (ExecutionException e) {
            return failed(input, Objects.requireNonNull(e.getCause()));
        } catch (RuntimeException fault) {
            return failed(input, fault);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private FinishedInput failed(PendingInput input, Throwable fault) {
        return new FinishedInput(InputStatus.REFUSED, faults.add(input.name(), fault), List.of());
    }
}
