package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/**
 * Limits work by what the processor does for it, not by the clock, so that a busy machine fails no test. Tests of one
 * process run one after the other, so the process's time is theirs.
 */
public final class ProcessorTime {
    private static final double NANOSECONDS = 1e9;
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private ProcessorTime() {}

    /** What the work returns, which must take less than {@code seconds} of processor time, all threads together. */
    public static <T> T within(double seconds, Supplier<T> work) {
        long before = SYSTEM.getProcessCpuTime();
        T result = work.get();
        double taken = (SYSTEM.getProcessCpuTime() - before) / NANOSECONDS;
        assertTrue(taken < seconds, taken + " processor seconds");
        return result;
    }
}
