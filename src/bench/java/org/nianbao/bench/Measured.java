package org.nianbao.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a process used, from Linux's {@code /proc}.
 *
 * @param processor user and system time, in seconds
 * @param wall time, in seconds
 * @param resident peak resident memory, in MB
 */
record Measured(double processor, double wall, double resident) {
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+([0-9]+) kB");

    /** USER_HZ: Linux reports times to programs in hundredths of a second. */
    private static final double TICKS = 100;

    /**
     * Runs a process to its end.
     *
     * @param environment added to the environment of this process
     * @param said file for its output
     * @throws IllegalStateException if its exit status is not 0
     */
    static Measured of(List<String> command, Map<String, String> environment, Path said) {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().putAll(environment);
        double before = childrensTime();
        long start = System.nanoTime();
        double peak = 0;
        try {
            Process process = builder.start();
            while (!process.waitFor(10, TimeUnit.MILLISECONDS)) {
                peak = Math.max(peak, peak(process.pid()));
            }
            double wall = (System.nanoTime() - start) / 1e9;
            if (process.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": see " + said);
            }
            return new Measured(childrensTime() - before, wall, peak);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The processor time of all ended child processes, in seconds. Unlike polling, it is exact. */
    private static double childrensTime() {
        String stat = read(Path.of("/proc/self/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS;
    }

    private static double peak(long process) {
        Matcher peak = PEAK.matcher(read(Path.of("/proc/" + process + "/status")));
        return peak.find() ? Long.parseLong(peak.group(1)) / 1024.0 : 0;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException ended) {
            return "";
        }
    }

    /** The medians of runs, of each number separately. */
    static Measured median(List<Measured> runs) {
        return new Measured(
                middle(runs, Measured::processor), middle(runs, Measured::wall), middle(runs, Measured::resident));
    }

    private static double middle(List<Measured> runs, ToDoubleFunction<Measured> number) {
        double[] sorted = runs.stream().mapToDouble(number).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
