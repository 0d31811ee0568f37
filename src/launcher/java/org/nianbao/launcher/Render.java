package org.nianbao.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Renders the inputs for {@code mvn} and ends Maven's process with the exit status of the program. So the program prints
 * the last line even if an input has errors, and Maven runs no further goal.
 */
public final class Render {
    private Render() {}

    /** Arguments: the folder of the project, inputs, the folder for documents. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.exit(render(new Checkout(Path.of(arguments[0])), arguments[1], arguments[2]));
    }

    /** Does this only if the program is built from the present sources; otherwise returns. */
    public static void ifBuilt(String... arguments) throws IOException, InterruptedException {
        if (new Checkout(Path.of(arguments[0])).isBuilt()) {
            main(arguments);
        }
    }

    private static int render(Checkout checkout, String inputs, String output)
            throws IOException, InterruptedException {
        List<String> options = List.of(
                "-XX:SharedArchiveFile=" + checkout.program().archive(),
                "-XX:TieredStopAtLevel=1",
                "-XX:MaxInlineLevel=3",
                "-XX:C1MaxInlineSize=10",
                "-Xmn32m",
                "-Dnianbao.language=" + language());
        ProcessBuilder process = checkout.program()
                .nianbao(options, "render", inputs, "--output", output, "--skip-unfinished")
                .directory(checkout.folder().toFile());
        // for file names in Chinese
        process.environment().put("LC_ALL", "C.UTF-8");
        return process.start().waitFor();
    }

    private static String language() {
        return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(System::getenv)
                .filter(Objects::nonNull)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }
}
