package org.nianbao.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.nianbao.diagnostic.FileDiagnostics;
import org.nianbao.output.OutputFolder;

/**
 * Renders many inputs side by side. The documents go into the output folder in the order of the inputs, so that whoever
 * watches, or stops it, sees the same each time. Of an input that is as it was when its documents were made, nothing is
 * made again.
 */
public final class Batch {
    /** So many reports for each thread may be finished and wait for one that takes longer; each is half a megabyte. */
    private static final int AHEAD = 4;
    /** In bytes; no input that can be rendered is larger. */
    private static final long LARGEST = 1 << 20;
    /** How a run ends its order in which everything is made anew. */
    private static final String FORCED = "+";

    private final Renderer job;
    private final OutputFolder output;
    private final BuildState ledger;
    private final Optional<CacheKey> fingerprint;
    private final BatchOptions order;

    /**
     * How it is done.
     *
     * @param threads that render side by side, at least one
     * @param force whether to make anew what is unchanged
     * @param resume whether to take up the last run, if it was interrupted: what it had done or refused is left
     */
    public record BatchOptions(int threads, boolean force, boolean resume) {}

    /** What became of an input. */
    public enum InputStatus {
        /** Its documents were made. */
        RENDERED,
        /** They were there already. */
        UNCHANGED,
        /** None were made. */
        REFUSED
    }

    /**
     * An input that is done.
     *
     * @param findings its diagnostics; none if it was not read again
     * @param files its documents
     */
    public record FinishedInput(InputStatus status, FileDiagnostics findings, List<Path> files) {}

    /**
     * Prepares a batch.
     *
     * @param job that renders; made for one thread a report
     * @param fingerprint of what all documents have in common, if it is known
     */
    Batch(Renderer job, OutputFolder output, BuildState ledger, Optional<CacheKey> fingerprint, BatchOptions order) {
        this.job = job;
        this.output = output;
        this.ledger = ledger;
        this.fingerprint = fingerprint;
        this.order = order;
    }

    /**
     * Renders the inputs.
     *
     * @param inputs each with the name that messages call it
     * @param goOn is told of each, in their order; what it answers decides whether the next one is looked at
     */
    public void run(Map<Path, String> inputs, Predicate<FinishedInput> goOn) {
        output.tidy();
        Optional<BuildState.Run> before = interrupted();
        boolean force = order.force()
                || before.filter(run -> run.order().endsWith(FORCED)).isPresent();
        if (before.isEmpty()) {
            fingerprint.ifPresent(known -> ledger.begin(known.ofRun() + (force ? FORCED : "")));
        }
        ExecutorService threads = Executors.newFixedThreadPool(order.threads(), Batch::daemon);
        Deque<Future<Supplier<FinishedInput>>> ahead = new ArrayDeque<>();
        Iterator<Map.Entry<Path, String>> next = inputs.entrySet().iterator();
        boolean going = true;
        try {
            while (going && (next.hasNext() || !ahead.isEmpty())) {
                while (next.hasNext() && ahead.size() < AHEAD * order.threads()) {
                    Map.Entry<Path, String> input = next.next();
                    ahead.add(threads.submit(begin(input.getKey(), input.getValue(), before, force)));
                }
                going = goOn.test(result(ahead.remove()).get());
            }
            if (going && fingerprint.isPresent()) {
                ledger.end();
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

    /** The run to take up. One that made something else is none. */
    private Optional<BuildState.Run> interrupted() {
        return fingerprint
                .filter(known -> order.resume())
                .flatMap(known -> ledger.interrupted().filter(run -> run.order().startsWith(known.ofRun())));
    }

    /** The work for an input, and what then goes into state and output. The state is not thread-safe: it is read here. */
    private Callable<Supplier<FinishedInput>> begin(
            Path input, String name, Optional<BuildState.Run> before, boolean force) {
        String base = Renderer.baseName(input);
        Optional<BuildState.Entry> there = ledger.find(base);
        boolean isDone = there.isPresent()
                && before.filter(run -> run.done().contains(base)).isPresent();
        boolean isRefused = before.filter(run -> run.refused().contains(base)).isPresent();
        if (isDone || isRefused) {
            return () -> () -> left(name, base, there);
        }
        return () -> work(input, name, force ? Optional.empty() : there);
    }

    private Supplier<FinishedInput> work(Path input, String name, Optional<BuildState.Entry> there) {
        String base = Renderer.baseName(input);
        Path folder = Optional.ofNullable(input.toAbsolutePath().getParent()).orElseThrow();
        Optional<byte[]> bytes = bytes(input);
        boolean isUnchanged = there.flatMap(entry -> key(bytes, folder, entry.read()))
                .filter(key -> key.equals(there.get().key()))
                .isPresent();
        if (isUnchanged) {
            return () -> left(name, base, there);
        }
        RenderedReport rendered = job.render(input, name);
        Optional<String> key = key(bytes, folder, rendered.read());
        return () -> put(base, rendered, key);
    }

    private Optional<byte[]> bytes(Path input) {
        try {
            return fingerprint.isEmpty() || Files.size(input) > LARGEST
                    ? Optional.empty()
                    : Optional.of(Files.readAllBytes(input));
        } catch (IOException e) {
            return Optional.empty(); // whoever reads it for its sake tells why
        }
    }

    private Optional<String> key(Optional<byte[]> input, Path folder, List<String> read) {
        try {
            return input.isEmpty()
                    ? Optional.empty()
                    : Optional.of(fingerprint.orElseThrow().of(input.get(), folder, read));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private FinishedInput put(String base, RenderedReport rendered, Optional<String> key) {
        FinishedInput finished = rendered.put(output);
        if (finished.status() == InputStatus.RENDERED && key.isPresent()) {
            ledger.done(base, key.get(), rendered.read(), rendered.files().keySet());
        } else {
            ledger.refused(base);
        }
        return finished;
    }

    /** An input that is not rendered again: its documents are there or, without an entry, it was rejected before. */
    private FinishedInput left(String name, String base, Optional<BuildState.Entry> there) {
        FileDiagnostics none = new FileDiagnostics(name, List.of(), 0);
        if (there.isEmpty()) {
            ledger.refused(base);
            return new FinishedInput(InputStatus.REFUSED, none, List.of());
        }
        ledger.unchanged(base);
        List<Path> files = there.get().files().stream()
                .map(file -> output.place(file.name()))
                .toList();
        return new FinishedInput(InputStatus.UNCHANGED, none, files);
    }

    private static Supplier<FinishedInput> result(Future<Supplier<FinishedInput>> step) {
        try {
            return step.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
