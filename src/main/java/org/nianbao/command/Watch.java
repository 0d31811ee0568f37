package org.nianbao.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nianbao.console.TextStyle;
import org.nianbao.diagnostic.Message;

/**
 * Runs a command again whenever one of its inputs changes, or a picture or local rows beside it. It looks at times and sizes of
 * files, which works on every file system.
 */
final class Watch {
    /** Between two looks, in milliseconds. */
    private static final int LOOK = 200;

    private static final Pattern READ = Pattern.compile("(?is).*\\.(ya?ml|png|jpe?g|svg)");
    private static final String CLEAR = "\u001B[2J\u001B[3J\u001B[H";
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Terminal terminal;
    private final Supplier<Set<Path>> inputs;

    /** @param inputs finds the inputs, new ones too */
    Watch(Terminal terminal, Supplier<Set<Path>> inputs) {
        this.terminal = terminal;
        this.inputs = inputs;
    }

    /** Runs until the thread is interrupted, as by Ctrl+C; returns what the last run returned. */
    boolean repeat(BooleanSupplier run) {
        while (true) {
            Map<Path, String> seen = state();
            if (terminal.style(Terminal.Stream.OUT) == TextStyle.ANSI) {
                terminal.out().print(CLEAR);
            }
            long start = System.nanoTime();
            boolean result = run.getAsBoolean();
            long millis = (System.nanoTime() - start) / 1_000_000;
            terminal.println(Message.of("watching", CLOCK.format(LocalTime.now(ZoneId.systemDefault())), millis));
            terminal.out().flush();
            try {
                while (state().equals(seen)) {
                    Thread.sleep(LOOK);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return result;
            }
        }
    }

    /** Time and size of each file that a run reads. */
    private Map<Path, String> state() {
        Set<Path> files = inputs.get();
        Map<Path, String> state = new TreeMap<>();
        Set<Path> folders = files.stream()
                .map(file -> Objects.requireNonNull(file.toAbsolutePath().getParent()))
                .collect(Collectors.toSet());
        files.forEach(file -> state.put(file.toAbsolutePath(), stamp(file)));
        for (Path folder : folders) {
            try (Stream<Path> beside = Files.list(folder)) {
                beside.filter(file -> READ.matcher(file.toString()).matches())
                        .forEach(file -> state.put(file, stamp(file)));
            } catch (IOException e) {
                // the folder is gone for a moment
            }
        }
        return state;
    }

    private static String stamp(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.lastModifiedTime() + " " + attributes.size() + " " + attributes.fileKey();
        } catch (IOException e) {
            return "";
        }
    }
}
