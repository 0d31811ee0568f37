package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The sources that the program is built from, copied to a folder to build them there. */
final class CopiedProject {
    private static final List<String> FOLDERS = List.of(".mvn", "src/main", "src/launcher", "src/docs", "templates");
    private static final List<String> FILES = List.of("pom.xml", "LICENSE", "NOTICE", "README.md", "README.zh-CN.md");

    private final Workplace place;

    CopiedProject(Path folder) throws IOException {
        place = new Workplace(Files.createDirectories(folder));
        FOLDERS.forEach(place::copyFromCheckout);
        for (String file : FILES) {
            Files.copy(Workplace.CHECKOUT.resolve(file), place.at(file));
        }
    }

    Path at(String name) {
        return place.at(name);
    }

    /** Runs Maven on the Java of the tests; it must succeed. */
    void mvn(Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("mvn", "-q", "-B"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(place.folder().toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
    }
}
