package org.nianbao.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nianbao.Workplace;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.json.JsonReader;
import org.nianbao.pipeline.Engine;
import org.nianbao.pipeline.Producer;

/** A folder that is served, and a browser that knows the cookie. */
final class ServedFolder implements AutoCloseable {
    private static final Path TEMPLATES = Workplace.CHECKOUT.resolve("templates");

    /** One for all tests of a process, as for all browsers of a server. */
    private static final Engine ENGINE =
            Engine.open(new Engine.EngineSettings(TEMPLATES, List.of(), Optional.empty()), new Diagnostics());

    private final Path folder;
    private final ReportServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String cookie;

    record Answer(int status, String body) {
        @SuppressWarnings("unchecked")
        Map<String, Object> json() {
            return (Map<String, Object>) (Map<?, ?>) JsonReader.object(body);
        }

        int revision() {
            return (Integer) json().get("revision");
        }
    }

    ServedFolder(Path folder, boolean readOnly, boolean manualSave) throws IOException, InterruptedException {
        this.folder = folder;
        this.server = ReportServer.start(
                ENGINE,
                new ReportServer.ServerSettings(
                        folder,
                        Optional.empty(),
                        folder.resolve("output"),
                        TEMPLATES,
                        0,
                        readOnly,
                        manualSave,
                        new Producer("nianbao", Optional.empty())));
        HttpResponse<String> first =
                client.send(HttpRequest.newBuilder(URI.create(server.address())).build(), text());
        this.cookie = first.headers().firstValue("Set-Cookie").orElseThrow().split(";", -1)[0];
    }

    private static HttpResponse.BodyHandler<String> text() {
        return HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8);
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    String read(String name) throws IOException {
        return Files.readString(file(name));
    }

    int port() {
        return URI.create(server.address()).getPort();
    }

    String cookie() {
        return cookie;
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    Answer post(String path, String json) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    Answer edit(String id, int revision, String path, String value, String was)
            throws IOException, InterruptedException {
        return post(
                "/api/reports/" + id + "/edit",
                "{\"revision\":" + revision + ",\"edits\":[{\"path\":\"" + path + "\",\"value\":\"" + value
                        + "\",\"was\":\"" + was + "\"}]}");
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .header("Cookie", cookie)
                .header("Accept-Language", "en");
    }

    Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request.build(), text());
        return new Answer(response.statusCode(), response.body());
    }

    /** The status that raw lines get; 0 if the connection is closed without one. */
    int raw(String... lines) throws IOException {
        try (Socket socket = connect()) {
            OutputStream out = socket.getOutputStream();
            out.write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            return status(socket);
        }
    }

    static int status(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        String start = new String(in.readNBytes(12), StandardCharsets.UTF_8);
        return start.length() < 12 ? 0 : Integer.parseInt(start.substring(9));
    }

    Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port());
        socket.setSoTimeout(20_000);
        return socket;
    }

    @Override
    public void close() {
        server.close();
    }
}
