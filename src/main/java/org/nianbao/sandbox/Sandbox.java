package org.nianbao.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.nianbao.diagnostic.Message;

/**
 * Runs untrusted work (templates, pictures, fonts) in its own thread, with a limit on processor time. Exhausted memory or
 * stack is reported as an exception.
 */
public final class Sandbox {
    /** The limit on wall time, in multiples of the limit on processor time; a busy machine is slow. */
    private static final int WALL_TIME_FACTOR = 10;

    private Sandbox() {}

    /** Processor time that several works share, in parallel or one after the other. Thread-safe. */
    public static final class Budget {
        private final Duration limit;

        /** In nanoseconds. */
        private final AtomicLong spent = new AtomicLong();

        public Budget(Duration limit) {
            this.limit = limit;
        }

        private boolean isExceededBy(long nanoseconds) {
            return spent.addAndGet(nanoseconds) > limit.toNanos();
        }
    }

    /** The work exceeded its time, or the memory or stack of the process. */
    public static final class LimitExceeded extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Message reason;

        /**
         * Creates the exception.
         *
         * @param reason a key of {@code messages.properties}
         * @param arguments of that message
         */
        public LimitExceeded(String reason, Object... arguments) {
            super(reason);
            this.reason = Message.of(reason, arguments);
        }

        /** Whether it was the limit on time. */
        public boolean isOfTime() {
            return "too-much-time".equals(getMessage());
        }

        /** The limit that was exceeded. */
        public Message reason() {
            return reason;
        }
    }

    /** The same as {@link #within(Budget, Callable)} for a single work. */
    public static <T> T within(Duration limit, Callable<T> work) {
        return within(new Budget(limit), work);
    }

    /**
     * Runs some work and returns its result.
     *
     * @param budget of processor time, from which work of more than a second is taken; work that exceeds it is
     *     interrupted. Java cannot stop a thread that does not look for this: it keeps running until the process ends, so
     *     do not retry it
     * @throws LimitExceeded if the work took too much time, memory or stack
     * @throws UncheckedIOException if the work throws an IOException
     * @throws RuntimeException if the work throws it
     */
    public static <T> T within(Budget budget, Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread worker = new Thread(task, "limited");
        worker.setDaemon(true);
        worker.start();
        long start = System.nanoTime();
        long counted = 0;
        while (true) {
            try {
                return task.get(1, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                long taken = Math.max(counted, processorTime(worker));
                boolean exceeded = budget.isExceededBy(taken - counted);
                counted = taken;
                long mostElapsed = budget.limit.multipliedBy(WALL_TIME_FACTOR).toNanos();
                if (exceeded || System.nanoTime() - start > mostElapsed) {
                    worker.interrupt();
                    throw new LimitExceeded("too-much-time", budget.limit.toSeconds());
                }
            } catch (ExecutionException e) {
                throw unchecked(Objects.requireNonNull(e.getCause()));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /**
     * Ends the work of this thread if it has exceeded its limit: long work calls this now and then.
     *
     * @throws LimitExceeded if the thread was interrupted
     */
    public static void checkStopped() {
        if (Thread.currentThread().isInterrupted()) {
            throw new LimitExceeded("too-much-time", 0);
        }
    }

    /** In nanoseconds. The first call takes some milliseconds, so only long work is measured. */
    private static long processorTime(Thread worker) {
        return ManagementFactory.getThreadMXBean().getThreadCpuTime(worker.getId());
    }

    private static RuntimeException unchecked(Throwable thrown) {
        // a library may catch the error and throw another one caused by it
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
        if (thrown instanceof IOException e) {
            return new UncheckedIOException(e);
        }
        return thrown instanceof RuntimeException e ? e : new IllegalStateException(thrown);
    }
}
