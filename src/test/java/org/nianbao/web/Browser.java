package org.nianbao.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nianbao.Workplace;
import org.nianbao.typography.Typography;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Chromium without a window, spoken to in its own protocol (Chrome DevTools Protocol), which needs no driver. One page is
 * open at a time; what it asks for and complains of is kept.
 */
final class Browser implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private static final Path SHIPPED = Workplace.CHECKOUT.resolve("templates/fonts");

    private final Process process;
    private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
    private final List<JsonNode> events = new ArrayList<>();
    private final WebSocket socket;
    private String session = "";
    private int calls;

    private Browser(Process process, URI address) {
        this.process = process;
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, new Listener())
                .join();
    }

    /** The program, if this machine has it. */
    static Optional<Path> program() {
        return Stream.of(System.getenv("PATH").split(Pattern.quote(System.getProperty("path.separator"))))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Starts it with the fonts of the templates and no others, so that it shows the same on every machine.
     *
     * @param profile an empty folder for what it writes
     */
    static Browser start(Path profile) throws IOException {
        Path fonts = Files.writeString(Files.createDirectories(profile).resolve("fonts.conf"), """
                <fontconfig><dir>%s</dir><cachedir>%s</cachedir>%s</fontconfig>
                """.formatted(
                        SHIPPED, profile.resolve("fonts"), familiesOfFiles()));
        ProcessBuilder command = new ProcessBuilder(
                        program().orElseThrow().toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--hide-scrollbars",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        command.environment().put("FONTCONFIG_FILE", fonts.toString());
        Process process = command.start();
        BufferedReader said = process.errorReader(StandardCharsets.UTF_8);
        String address = said.lines()
                .filter(line -> line.startsWith("DevTools listening on "))
                .map(line -> line.substring("DevTools listening on ".length()))
                .findFirst()
                .orElseThrow(() -> new IOException("Chromium does not start"));
        Thread drain = new Thread(() -> said.lines().forEach(line -> {}));
        drain.setDaemon(true);
        drain.start();
        return new Browser(process, URI.create(address));
    }

    /** Gives each font the name of its file as a family, as style sheets call it. */
    private static String familiesOfFiles() throws IOException {
        try (Stream<Path> files = Files.list(SHIPPED)) {
            return files.filter(file -> file.toString().endsWith(".ttf"))
                    .map(file -> """
                            <match target="scan"><test name="file"><string>%s</string></test>
                            <edit name="family" mode="append"><string>%s</string></edit></match>
                            """.formatted(
                            file, Typography.Font.familyOf(file.getFileName().toString())))
                    .collect(Collectors.joining());
        }
    }

    /** Opens a file in a window that is so many CSS pixels wide, and waits until all of it is there. */
    void open(Path file, int width) {
        open(file.toUri().toString(), width);
    }

    /** Opens an address. */
    void open(String address, int width) {
        if (!session.isEmpty()) {
            call("Page.close", Map.of());
            session = "";
        }
        String target = call("Target.createTarget", Map.of("url", "about:blank"))
                .path("targetId")
                .asString();
        session = call("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .path("sessionId")
                .asString();
        for (String domain : List.of("Network", "Log", "Runtime", "Audits", "Page")) {
            call(domain + ".enable", Map.of());
        }
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", false));
        events.clear();
        call("Page.navigate", Map.of("url", address));
        await("Page.loadEventFired");
    }

    /** The addresses that the page asked for, itself and what it holds inside left out. */
    List<String> requests(Path file) {
        return events.stream()
                .filter(event -> event.path("method").asString().equals("Network.requestWillBeSent"))
                .map(event -> event.at("/params/request/url").asString())
                .filter(url ->
                        !url.startsWith("data:") && !url.equals(file.toUri().toString()))
                .toList();
    }

    /** What stands in the console, and what the browser calls an issue. */
    List<String> complaints() {
        return events.stream()
                .filter(event -> List.of("Log.entryAdded", "Runtime.consoleAPICalled", "Audits.issueAdded")
                        .contains(event.path("method").asString()))
                .map(event -> event.path("params").toString())
                .toList();
    }

    /** What JavaScript comes to, which may be a promise. */
    JsonNode evaluate(String script) {
        JsonNode answer =
                call("Runtime.evaluate", Map.of("expression", script, "awaitPromise", true, "returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(answer.path("exceptionDetails").toString());
        }
        return answer.at("/result/value");
    }

    /** Keys that are no characters, with their codes. */
    private static final Map<String, Integer> KEYS = Map.ofEntries(
            Map.entry("Tab", 9),
            Map.entry("Enter", 13),
            Map.entry("Escape", 27),
            Map.entry("Space", 32),
            Map.entry("End", 35),
            Map.entry("Home", 36),
            Map.entry("ArrowLeft", 37),
            Map.entry("ArrowUp", 38),
            Map.entry("ArrowRight", 39),
            Map.entry("ArrowDown", 40),
            Map.entry("Backspace", 8),
            Map.entry("Delete", 46));

    /** Presses a key; to the page, the event is trusted, as one of a user. */
    void press(String key) {
        press(key, false);
    }

    /** A key is pressed, alone or with Ctrl. */
    void press(String key, boolean withControl) {
        String text = key.equals("Enter") ? "\r" : key.equals("Space") ? " " : "";
        String name = key.equals("Space") ? " " : key;
        stroke(Map.of(
                "key", name,
                "code", key,
                "windowsVirtualKeyCode", KEYS.get(key),
                "modifiers", withControl ? 2 : 0,
                "text", text));
    }

    /** A key is pressed with Ctrl, and does what an editor does for it, such as {@code selectAll} or {@code paste}. */
    void press(char letter, String command) {
        stroke(Map.of(
                "key",
                String.valueOf(letter),
                "code",
                "Key" + Character.toUpperCase(letter),
                "windowsVirtualKeyCode",
                (int) Character.toUpperCase(letter),
                "modifiers",
                2,
                "commands",
                List.of(command)));
    }

    /** Types: characters of a keyboard key by key, others as an input method does. */
    void type(String words) {
        for (int at = 0; at < words.length(); ) {
            int end = at;
            while (end < words.length() && words.charAt(end) > ' ' && words.charAt(end) < 127) {
                char c = words.charAt(end++);
                stroke(Map.of("key", String.valueOf(c), "text", String.valueOf(c)));
            }
            at = end;
            while (end < words.length() && (words.charAt(end) <= ' ' || words.charAt(end) >= 127)) {
                end++;
            }
            if (end > at) {
                call("Input.insertText", Map.of("text", words.substring(at, end)));
            }
            at = end;
        }
    }

    private void stroke(Map<String, ?> key) {
        for (String type : List.of("keyDown", "keyUp")) {
            Map<String, Object> event = new HashMap<>(key);
            event.put("type", type);
            call("Input.dispatchKeyEvent", event);
        }
    }

    /** Clicks in the middle of the element that a script finds. */
    void click(String element) {
        JsonNode at = evaluate(
                "(() => { const it = " + element + "; it.scrollIntoView({block: 'center'});"
                        + " const {x, y, width, height} = it.getBoundingClientRect(); return [x + width / 2, y + height / 2]; })()");
        for (String type : List.of("mousePressed", "mouseReleased")) {
            call(
                    "Input.dispatchMouseEvent",
                    Map.of(
                            "type",
                            type,
                            "x",
                            at.get(0).asDouble(),
                            "y",
                            at.get(1).asDouble(),
                            "button",
                            "left",
                            "clickCount",
                            1));
        }
    }

    /** Puts a text into the clipboard. */
    void copy(String words) {
        call(
                "Browser.grantPermissions",
                Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
        evaluate("navigator.clipboard.writeText(" + quoted(words) + ")");
    }

    /** A text as JavaScript writes it. */
    static String quoted(String words) {
        return JSON.writeValueAsString(words);
    }

    /** Downloads go into a folder. */
    void downloadTo(Path folder) {
        call("Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", folder.toString()));
    }

    /** Preferences of the user, such as {@code prefers-color-scheme}. */
    void prefer(String feature, String value) {
        call("Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", feature, "value", value))));
    }

    /** The page as it is printed, on the paper that it asks for. */
    byte[] print() {
        JsonNode answer = call("Page.printToPDF", Map.of("preferCSSPageSize", true, "printBackground", true));
        return Base64.getDecoder().decode(answer.path("data").asString());
    }

    @Override
    public void close() {
        session = "";
        call("Browser.close", Map.of());
        process.onExit().join();
        socket.abort();
    }

    private JsonNode call(String method, Map<String, ?> parameters) {
        int id = ++calls;
        Map<String, ?> message = session.isEmpty()
                ? Map.of("id", id, "method", method, "params", parameters)
                : Map.of("id", id, "method", method, "params", parameters, "sessionId", session);
        socket.sendText(JSON.writeValueAsString(message), true).join();
        while (true) {
            JsonNode answer = next();
            if (answer.path("id").asInt() == id) {
                if (answer.has("error")) {
                    throw new IllegalStateException(method + ": " + answer.path("error"));
                }
                return answer.path("result");
            }
        }
    }

    private void await(String event) {
        while (events.stream()
                .noneMatch(known -> known.path("method").asString().equals(event))) {
            next();
        }
    }

    private JsonNode next() {
        try {
            JsonNode message = received.poll(1, TimeUnit.SECONDS);
            while (message == null && process.isAlive()) {
                message = received.poll(1, TimeUnit.SECONDS);
            }
            if (message == null) {
                throw new IllegalStateException("Chromium has ended");
            }
            if (message.has("method")) {
                events.add(message);
            }
            return message;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts the pieces of each message together. */
    private final class Listener implements WebSocket.Listener {
        private final StringBuilder pieces = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence piece, boolean last) {
            pieces.append(piece);
            if (last) {
                received.add(JSON.readTree(pieces.toString()));
                pieces.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
