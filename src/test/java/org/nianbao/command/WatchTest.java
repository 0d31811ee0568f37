package org.nianbao.command;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nianbao.Workplace;

@DisplayName("--watch runs again at each change, until Ctrl+C")
final class WatchTest {
    private static final String ID = "houma-2021.yaml";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();

    private Thread start(Set<Terminal.Stream> colored, String... arguments) {
        Terminal terminal = new Terminal(
                new PrintWriter(out, true), new PrintWriter(new StringWriter(), true), Locale.ENGLISH, colored);
        Main main = new Main(terminal, new Folders(folder, Workplace.HOME));
        Thread thread = new Thread(() -> main.run(arguments));
        thread.start();
        return thread;
    }

    private int runs() {
        return out.toString().split("waiting for changes", -1).length - 1;
    }

    private static void await(BooleanSupplier done) throws InterruptedException {
        for (int i = 0; i < 600 && !done.getAsBoolean(); i++) {
            Thread.sleep(100);
        }
        assertTrue(done.getAsBoolean());
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "render"})
    @DisplayName("a changed input, and a new one in a folder")
    void again(String command) throws IOException, InterruptedException {
        Path inputs = Files.createDirectory(folder.resolve("inputs"));
        Path source = Workplace.CHECKOUT.resolve("inputs").resolve(ID);
        Files.copy(source, inputs.resolve(ID));
        Thread thread = start(Set.of(), command, "inputs", "--watch");
        await(() -> runs() == 1);
        Files.writeString(inputs.resolve(ID), Files.readString(source).replace("自然人: 7,", "自然人: 70,"));
        await(() -> runs() == 2);
        Files.copy(source, inputs.resolve("second.yaml"));
        await(() -> runs() == 3);
        thread.interrupt();
        thread.join(20_000);
        assertTrue(!thread.isAlive());
    }

    @Test
    @DisplayName("on a terminal, the screen is cleared before each run")
    void cleared() throws IOException, InterruptedException {
        Files.copy(Workplace.CHECKOUT.resolve("inputs").resolve(ID), folder.resolve(ID));
        Thread thread = start(Set.of(Terminal.Stream.OUT), "check", ID, "--watch");
        await(() -> runs() == 1);
        thread.interrupt();
        thread.join(20_000);
        assertTrue(out.toString().startsWith("\u001B[2J"));
    }
}
