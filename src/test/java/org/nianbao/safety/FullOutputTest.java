package org.nianbao.safety;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nianbao.Workplace;
import org.nianbao.command.Folders;
import org.nianbao.command.Main;
import org.nianbao.command.Terminal;

@DisplayName("If results cannot be written, the status is 1")
class FullOutputTest {
    private static final String LOST = "standard output could not be written";

    /** A stream whose disk is full after some characters. */
    private static final class FullDisk extends Writer {
        private int room;

        FullDisk(int room) {
            this.room = room;
        }

        @Override
        public void write(char[] text, int from, int length) throws IOException {
            room -= length;
            if (room < 0) {
                throw new IOException("No space left on device");
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check county/danganju-2025.yaml",
                "check county/danganju-2025.yaml --all",
                "check county/danganju-2025.yaml --format json",
                "check county/danganju-2025.yaml --format sarif",
                "check county/danganju-2025.yaml --format html",
                "render county/danganju-2025.yaml --format html",
                "compare county/danganju-2025.yaml county/2024/danganju-2024.yaml",
                "compare county/danganju-2025.yaml county/2024/danganju-2024.yaml --format html",
                "aggregate county/danganju-2025.yaml --agency 某县 --into sum.yaml",
                "overview county --output overview.html",
                "new --agency 某县档案局 --year 2025 --output new.yaml",
                "--help",
                "check --help",
                "--version",
                ""
            })
    void ofEveryCommand(String command, @TempDir Path folder) throws IOException {
        Workplace place = new Workplace(folder);
        place.copyFromCheckout("inputs/county", "county");
        String[] words = command.isEmpty() ? new String[0] : command.split(" ");
        for (int room : new int[] {0, 10}) {
            StringWriter err = new StringWriter();
            Terminal terminal = new Terminal(
                    new PrintWriter(new BufferedWriter(new FullDisk(room))),
                    new PrintWriter(err),
                    Locale.ENGLISH,
                    Set.of());
            int status = new Main(terminal, new Folders(folder, Workplace.HOME)).run(words);
            assertAll(
                    () -> assertEquals(1, status, err.toString()),
                    () -> assertTrue(err.toString().contains(LOST), err.toString()));
            Files.deleteIfExists(place.at("new.yaml"));
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "devices of Unix")
    void ofTheProcess() throws Exception {
        Process process = new ProcessBuilder(
                        Workplace.HOME.resolve("bin/nianbao").toString(), "--version", "--lang", "en")
                .redirectOutput(Path.of("/dev/full").toFile())
                .start();
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertAll(() -> assertEquals(1, process.waitFor(), err), () -> assertTrue(err.contains(LOST), err));
    }
}
