package org.nianbao.safety;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a process cost, on Linux.
 *
 * @param seconds of the processor
 * @param megabytes of memory at once, the pages of files in it included
 */
record Cost(double seconds, long megabytes) {
    private static final int MILLISECONDS = 20;
    private static final double MILLISECONDS_OF_SECOND = 1000;
    private static final int KILOBYTES = 1024;
    private static final Pattern PEAK = Pattern.compile("(?m)^VmHWM:\\s*([0-9]+) kB$");

    /** Waits for the end of a process; its last moments are not seen. */
    static Cost of(Process process) {
        Duration time = Duration.ZERO;
        long kilobytes = 0;
        try {
            do {
                time = process.info().totalCpuDuration().orElse(time);
                kilobytes = Math.max(kilobytes, peak(process));
            } while (!process.waitFor(MILLISECONDS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return new Cost(time.toMillis() / MILLISECONDS_OF_SECOND, kilobytes / KILOBYTES);
    }

    /** In KB; 0 if the process has ended. */
    private static long peak(Process process) {
        try {
            Matcher peak = PEAK.matcher(Files.readString(Path.of("/proc", process.pid() + "", "status")));
            return peak.find() ? Long.parseLong(peak.group(1)) : 0;
        } catch (IOException ended) {
            return 0;
        }
    }
}
