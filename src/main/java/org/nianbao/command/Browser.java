package org.nianbao.command;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The user's web browser, opened by the program that each system has for that. */
final class Browser {
    private Browser() {}

    /** Opens an address of this program; without a browser nothing happens, as the address is on the terminal. */
    static void open(String address) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        List<String> command = system.startsWith("windows")
                ? List.of("rundll32", "url.dll,FileProtocolHandler", address)
                : List.of(system.startsWith("mac") ? "open" : "xdg-open", address);
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            // no such program: the user opens the address
        }
    }
}
