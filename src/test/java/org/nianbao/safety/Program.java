package org.nianbao.safety;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.nianbao.Workplace;

/** The program in a process of its own, started by its launcher. */
final class Program {
    private static final Path LAUNCHER = Workplace.HOME.resolve("bin/nianbao");

    private final Path folder;
    private final Path said;
    private final Process process;

    private Program(Path folder, Path said, Process process) {
        this.folder = folder;
        this.said = said;
        this.process = process;
    }

    static Program start(Path folder, Map<String, String> environment, String... arguments) {
        return start(LAUNCHER, folder, environment, arguments);
    }

    static Program start(Path launcher, Path folder, Map<String, String> environment, String... arguments) {
        try {
            List<String> command = new ArrayList<>(List.of(launcher.toString()));
            command.addAll(List.of(arguments));
            Path said = Files.createTempFile("nianbao", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile());
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().put("LC_ALL", "C.UTF-8");
            builder.environment().putAll(environment);
            return new Program(folder, said, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Process process() {
        return process;
    }

    /** Waits until it has said so many lines, or has ended. */
    void awaitLines(int count) throws IOException, InterruptedException {
        long read = -1;
        while (process.isAlive()) {
            if (Files.size(said) != read) { // else reading it again and again takes the processor that it needs
                String words = Files.readString(said);
                read = words.getBytes(StandardCharsets.UTF_8).length;
                if (words.lines().count() >= count) {
                    return;
                }
            }
            Thread.sleep(1);
        }
    }

    /** Waits until it ends, and gives what it said and returned. */
    Workplace.Run end() {
        try {
            if (!process.waitFor(20, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("it hangs in " + folder);
            }
            String words = Files.readString(said, StandardCharsets.UTF_8);
            Files.delete(said);
            return new Workplace.Run(process.exitValue(), words, words);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
