package org.nianbao.sandbox;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.nianbao.diagnostic.Message;

/**
 * Runs what somebody else has a say in (a template, a picture, a font) in a thread of its own, and waits no longer than is
 * reasonable. What runs out of memory or of stack there does no harm here.
 */
public final class Sandbox {
    /** A machine that is busy gives its processor to others: this many times as long is waited for all. */
    private static final int PATIENCE = 10;

    private Sandbox() {}

    /** Something would not have come to an end, or not within this machine. */
    public static final class LimitExceeded extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Message reason;

        /**
         * Says of what it was too much.
         *
         * @param reason a key of {@code messages.properties}
         * @param arguments of that sentence
         */
        public LimitExceeded(String reason, Object... arguments) {
            super(reason);
            this.reason = Message.of(reason, arguments);
        }

        /** What it took too much of. */
        public Message reason() {
            return reason;
        }
    }

    /**
     * Does some work and gives what came of it.
     *
     * @param most so much of the processor's time; work that takes more is left to itself and dies with the process, so
     *     don't try again
     * @throws LimitExceeded if it took too much time, memory or stack
     * @throws RuntimeException whatever the work throws
     */
    public static <T> T within(Duration most, Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread worker = new Thread(task, "limited");
        worker.setDaemon(true);
        worker.start();
        long start = System.nanoTime();
        while (true) {
            try {
                return task.get(1, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
                if (processorTime(worker).compareTo(most) > 0 || elapsed.compareTo(most.multipliedBy(PATIENCE)) > 0) {
                    throw new LimitExceeded("too-much-time", most.toSeconds());
                }
            } catch (ExecutionException e) {
                throw unchecked(Objects.requireNonNull(e.getCause()));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Asked for only where work takes long: the first question costs some milliseconds. */
    private static Duration processorTime(Thread worker) {
        return Duration.ofNanos(ManagementFactory.getThreadMXBean().getThreadCpuTime(worker.getId()));
    }

    private static RuntimeException unchecked(Throwable thrown) {
        // a library may catch what it cannot mend, and throw something else because of it
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                return new LimitExceeded("too-much-memory", Runtime.getRuntime().maxMemory() >> 20);
            }
            if (cause instanceof StackOverflowError) {
                return new LimitExceeded("too-much-depth");
            }
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        return (RuntimeException) thrown;
    }
}
