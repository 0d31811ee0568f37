package org.nianbao.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.Workplace;

@DisplayName("serve: one truth for all browsers, and closed to everybody else")
final class ReportServerTest {
    private static final String ID = "houma-2021.yaml";
    private static final String CELL = "收到和处理政府信息公开申请情况.本年新收.自然人";
    private static final String OTHER = "主动公开政府信息情况.行政许可";

    @TempDir
    Path folder;

    private ServedFolder served;

    @BeforeEach
    void serve() throws IOException, InterruptedException {
        Files.copy(Workplace.CHECKOUT.resolve("inputs").resolve(ID), folder.resolve(ID));
        served = new ServedFolder(folder, false, false);
    }

    @AfterEach
    void close() {
        served.close();
    }

    private int revision() throws IOException, InterruptedException {
        return served.get("/api/reports/" + ID).revision();
    }

    private void assertAlive() throws IOException, InterruptedException {
        assertEquals(200, served.get("/api/reports").status());
    }

    @Test
    @DisplayName("an edit is in the file at once, and only its figure changed")
    void edit() throws IOException, InterruptedException {
        String before = served.read(ID);
        ServedFolder.Answer answer = served.edit(ID, revision(), CELL, "12", "7");
        assertEquals(200, answer.status(), answer.body());
        assertEquals(before.replace("本年新收: {自然人: 7", "本年新收: {自然人: 12"), served.read(ID));
        assertTrue(answer.body().contains("\"rule\":\"A3\"") || answer.body().contains("12"), answer.body());
    }

    @Test
    @DisplayName("the later of two browsers sees the earlier one’s figure before it can overwrite it")
    void conflict() throws IOException, InterruptedException {
        int seen = revision();
        served.edit(ID, seen, CELL, "12", "7");
        ServedFolder.Answer late = served.edit(ID, seen, CELL, "13", "7");
        assertEquals(409, late.status());
        assertTrue(late.body().contains("\"theirs\":\"12\""), late.body());
        assertEquals(200, served.edit(ID, seen, OTHER, "5", "0").status(), "another place of the same revision");
        assertTrue(served.read(ID).contains("{自然人: 12, 总计: 7}"));
        assertTrue(served.read(ID).contains("行政许可: 5"));
    }

    @Test
    @DisplayName("what another editor writes comes in; changes of the text merge with it, or are refused")
    void outside() throws IOException, InterruptedException {
        int seen = revision();
        String text = served.read(ID);
        Files.writeString(served.file(ID), "# 他人\n" + text);
        int at = text.indexOf("行政许可: 0") + "行政许可: ".length();
        String change = "{\"revision\":%d,\"changes\":[{\"from\":%d,\"to\":%d,\"insert\":\"41\"}]}";
        ServedFolder.Answer merged = served.post("/api/reports/" + ID + "/text", change.formatted(seen, at, at + 1));
        assertEquals(200, merged.status(), merged.body());
        assertEquals("# 他人\n" + text.replace("行政许可: 0", "行政许可: 41"), served.read(ID));
        ServedFolder.Answer lost = served.post("/api/reports/" + ID + "/text", change.formatted(seen, at, at + 1));
        assertEquals(409, lost.status(), "the same characters of the old revision");
        assertEquals("# 他人\n" + text.replace("行政许可: 0", "行政许可: 41"), served.read(ID));
    }

    @Test
    @DisplayName(
            "100 random changes in form, text and another editor in turn: file, form and page agree, comments stay")
    void inTurn() throws IOException, InterruptedException {
        Random random = new Random(30);
        Files.writeString(served.file(ID), served.read(ID).replace("  行政许可: 0", "  # 待核\n  行政许可: 0   # 截至年底"));
        String value = "7";
        String other = "0";
        for (int i = 0; i < 100; i++) {
            String next = String.valueOf(1 + random.nextInt(500));
            int seen = revision();
            String text = served.read(ID);
            int at = text.indexOf("行政许可: ") + "行政许可: ".length();
            switch (random.nextInt(3)) {
                case 0 -> {
                    assertEquals(200, served.edit(ID, seen, CELL, next, value).status());
                    value = next;
                }
                case 1 -> {
                    String change = "{\"revision\":%d,\"changes\":[{\"from\":%d,\"to\":%d,\"insert\":\"%s\"}]}";
                    String body = change.formatted(seen, at, at + other.length(), next);
                    assertEquals(
                            200,
                            served.post("/api/reports/" + ID + "/text", body).status());
                    other = next;
                }
                default -> {
                    String changed = text.substring(0, at) + next + text.substring(at + other.length());
                    Files.writeString(served.file(ID), changed);
                    other = next;
                }
            }
            ServedFolder.Answer state = served.get("/api/reports/" + ID);
            String file = served.read(ID);
            assertEquals(file, state.json().get("text"));
            assertTrue(file.contains("  # 待核\n  行政许可: " + other + "   # 截至年底\n"), file);
            assertTrue(file.contains("本年新收: {自然人: " + value + ", 总计: 7}"), file);
            if (i % 10 == 0) {
                String page = served.get("/api/reports/" + ID + "/page").body();
                assertTrue(page.contains(">" + value + "</td>") && page.contains(">" + other + "</td>"));
            }
        }
    }

    @Test
    @DisplayName("whoever listens hears of a change that another program makes")
    void events() throws IOException, InterruptedException {
        revision();
        try (Socket socket = served.connect()) {
            socket.getOutputStream()
                    .write(("GET /api/events HTTP/1.1\r\nHost: 127.0.0.1:" + served.port() + "\r\nCookie: "
                                    + served.cookie() + "\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertTrue(in.lines().anyMatch(line -> line.startsWith(": nianbao")));
            Files.writeString(served.file(ID), "# 他人\n" + served.read(ID));
            assertTrue(in.lines().anyMatch(line -> line.equals("event: changed")));
            Files.copy(served.file(ID), served.file("second.yaml"));
            assertTrue(in.lines().anyMatch(line -> line.equals("event: reports")));
        }
    }

    @Test
    @DisplayName("with --manual-save the file waits for Ctrl+S, and keeps what others wrote meanwhile")
    void manual() throws IOException, InterruptedException {
        try (ServedFolder manual = new ServedFolder(folder, false, true)) {
            String text = manual.read(ID);
            manual.edit(ID, 1, CELL, "12", "7");
            assertEquals(text, manual.read(ID));
            Files.writeString(manual.file(ID), "# 他人\n" + text);
            assertEquals(200, manual.post("/api/reports/" + ID + "/save", "{}").status());
            assertEquals("# 他人\n" + text.replace("{自然人: 7, 总计: 7}", "{自然人: 12, 总计: 7}"), manual.read(ID));
        }
    }

    @Test
    @DisplayName("with --read-only nothing can be changed")
    void readOnly() throws IOException, InterruptedException {
        try (ServedFolder shown = new ServedFolder(folder, true, false)) {
            String text = shown.read(ID);
            assertEquals(403, shown.edit(ID, 1, CELL, "12", "7").status());
            assertEquals(403, shown.post("/api/new", "{}").status());
            assertEquals(200, shown.get("/api/reports/" + ID + "/page").status());
            assertEquals(text, shown.read(ID));
        }
    }

    @Test
    @DisplayName("cells and paragraphs of the page are marked with their places")
    void page() throws IOException, InterruptedException {
        String page = served.get("/api/reports/" + ID + "/page").body();
        assertTrue(page.contains("<td data-path=\"" + CELL + "\""), page);
        assertTrue(page.contains("<p data-path=\"总体情况\">一是统筹"), page);
    }

    @Test
    @DisplayName("a new report begins from last year’s, in the same folder, and can be compared with it")
    void begins() throws IOException, InterruptedException {
        ServedFolder.Answer made = served.post("/api/new", "{\"from\":\"" + ID + "\"}");
        assertEquals(200, made.status(), made.body());
        try (Stream<Path> files = Files.list(folder)) {
            assertTrue(files.anyMatch(file -> file.toString().endsWith("-2022.yaml")));
        }
        ServedFolder.Answer imported = served.send(served.request("/api/import?name=%E5%8E%BB%E5%B9%B4.yaml")
                .POST(HttpRequest.BodyPublishers.ofFile(served.file(ID))));
        assertEquals(200, imported.status(), imported.body());
        assertEquals(
                422,
                served.post("/api/new", "{\"agency\":\"某局\",\"year\":99999}").status());
        assertEquals(
                415,
                served.send(served.request("/api/import?name=../../x.exe")
                                .POST(HttpRequest.BodyPublishers.ofString("MZ")))
                        .status());
    }

    @Test
    @DisplayName("another host, another origin, another site, no cookie, no token: refused")
    void strangers() throws IOException, InterruptedException {
        String host = "Host: 127.0.0.1:" + served.port();
        String cookie = "Cookie: " + served.cookie();
        String get = "GET /api/reports HTTP/1.1";
        assertEquals(200, served.raw(get, host, cookie));
        assertEquals(200, served.raw(get, "Host: localhost:" + served.port(), cookie));
        for (String bad : List.of("evil.example", "evil.example:" + served.port(), "127.0.0.1", "127.0.0.1:1")) {
            assertEquals(403, served.raw(get, "Host: " + bad, cookie), bad);
        }
        assertEquals(403, served.raw(get, host), "no cookie");
        assertEquals(403, served.raw(get, host, "Cookie: nianbao-" + served.port() + "=x"), "wrong cookie");
        assertEquals(403, served.raw("GET /?token=x HTTP/1.1", host), "wrong token");
        for (String origin : List.of("http://evil.example", "null", "https://127.0.0.1:" + served.port())) {
            assertEquals(403, served.raw(get, host, cookie, "Origin: " + origin), origin);
        }
        assertEquals(403, served.raw(get, host, cookie, "Sec-Fetch-Site: cross-site"));
        assertEquals(
                415,
                served.send(served.request("/api/reports/" + ID + "/save")
                                .header("Content-Type", "text/plain")
                                .POST(HttpRequest.BodyPublishers.ofString("{}")))
                        .status(),
                "a form of another site cannot say that it sends JSON");
        assertAlive();
    }

    @Test
    @DisplayName("no path and no link leads out of the folder")
    void outOfTheFolder(@TempDir Path elsewhere) throws IOException, InterruptedException {
        Path secret = Files.copy(served.file(ID), elsewhere.resolve("secret.yaml"));
        Files.createSymbolicLink(served.file("link.yaml"), secret);
        for (String id : List.of(
                "link.yaml",
                "..%2F" + elsewhere.getFileName() + "%2Fsecret.yaml",
                "%2Fetc%2Fpasswd",
                "..",
                "%00",
                "%",
                "output")) {
            int status = served.raw(
                    "GET /api/reports/" + id + " HTTP/1.1",
                    "Host: 127.0.0.1:" + served.port(),
                    "Cookie: " + served.cookie());
            assertTrue(status >= 400 && status < 500, id + ": " + status);
        }
        assertEquals(404, served.get("/assets/..%2Fpackage-info.class").status());
        assertFalse(served.get("/api/reports").body().contains("link.yaml"));
        assertAlive();
    }

    @Test
    @DisplayName("a body of 100 MB is refused, announced or not")
    void huge() throws IOException, InterruptedException {
        String[] head = {
            "POST /api/reports/" + ID + "/text HTTP/1.1",
            "Host: 127.0.0.1:" + served.port(),
            "Cookie: " + served.cookie(),
            "Content-Type: application/json"
        };
        assertEquals(413, served.raw(head[0], head[1], head[2], head[3], "Content-Length: 104857600"));
        try (Socket socket = served.connect()) {
            OutputStream out = socket.getOutputStream();
            out.write((String.join("\r\n", head) + "\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            byte[] chunk = ("100000\r\n" + " ".repeat(0x100000) + "\r\n").getBytes(StandardCharsets.UTF_8);
            assertThrows(SocketException.class, () -> {
                for (int i = 0; i < 100; i++) {
                    out.write(chunk);
                    out.flush();
                }
            });
        }
        String deep = "{\"revision\":1,\"edits\":" + "[".repeat(5000) + "]".repeat(5000) + "}";
        assertEquals(400, served.post("/api/reports/" + ID + "/edit", deep).status());
        assertAlive();
    }

    @Test
    @DisplayName("200 connections that send slowly or nothing do not keep others out for ever")
    void slow() throws IOException, InterruptedException {
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 150; i++) {
                Socket socket = served.connect();
                socket.getOutputStream().write("GET /api/rep".getBytes(StandardCharsets.UTF_8));
                sockets.add(socket);
            }
            assertAlive();
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
        assertAlive();
    }

    @Test
    @DisplayName("malformed bodies are refused, and the server lives")
    void malformed() throws IOException, InterruptedException {
        String text = served.read(ID);
        for (String body : List.of(
                "",
                "[]",
                "{",
                "{}",
                "{\"revision\":\"x\",\"edits\":[]}",
                "{\"revision\":1,\"edits\":[1]}",
                "{\"revision\":1,\"edits\":[{\"path\":1,\"value\":\"\"}]}",
                "{\"revision\":99999999999999999999999,\"edits\":[]}",
                "{\"revision\":1.5,\"edits\":[]}")) {
            assertEquals(400, served.post("/api/reports/" + ID + "/edit", body).status(), body);
        }
        assertEquals(422, served.edit(ID, 1, "没有这一格", "1", "").status(), "a place that the form does not have");
        assertNotEquals(
                200,
                served.post(
                                "/api/reports/" + ID + "/text",
                                "{\"revision\":1,\"changes\":[{\"from\":0,\"to\":99999999,\"insert\":\"\"}]}")
                        .status());
        assertEquals(text, served.read(ID));
        assertAlive();
    }

    @Test
    @DisplayName("other computers cannot connect")
    void loopback() throws IOException {
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList();
        for (InetAddress other : others) {
            assertThrows(ConnectException.class, () -> new Socket(other, served.port()).close(), other.toString());
        }
    }

    @Test
    @Tag("slow")
    @DisplayName("10,000 edits take no more memory than the first thousand")
    void memory() throws IOException, InterruptedException {
        String was = "7";
        int revision = revision();
        long early = 0;
        for (int i = 1; i <= 10_000; i++) {
            ServedFolder.Answer answer = served.edit(ID, revision, CELL, String.valueOf(i), was);
            revision = answer.revision();
            was = String.valueOf(i);
            if (i == 1000) {
                early = used();
            }
        }
        long late = used();
        assertTrue(late < early + 8 * 1024 * 1024, early + " → " + late);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
