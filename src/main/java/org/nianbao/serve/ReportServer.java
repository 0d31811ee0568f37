package org.nianbao.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.nianbao.diagnostic.Message;
import org.nianbao.pipeline.Engine;
import org.nianbao.pipeline.Producer;

/**
 * Serves the reports of a folder to the browsers of one computer. It listens on the loopback address alone; a request goes
 * through {@link Gate} to {@link Api}, or gets a file of the front end. Reports are watched for changes of other programs.
 */
public final class ReportServer implements AutoCloseable {
    /** Connections at a time. */
    private static final int CONNECTIONS = 200;

    /** How long a request may take to arrive, in seconds. */
    private static final int ARRIVAL = 10;

    /** Polling interval for changes of files, in milliseconds. */
    private static final int LOOK = 300;

    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private static final Map<String, String> ASSETS = Map.of(
            "app.js", "text/javascript; charset=utf-8",
            "style.css", "text/css; charset=utf-8",
            "licences.txt", "text/plain; charset=utf-8");

    private final HttpServer server;
    private final ThreadPoolExecutor threads;
    private final Thread watcher;
    private final Gate gate;
    private final Api api;

    /**
     * What is served, and how.
     *
     * @param folder with the inputs
     * @param only name of the file in it that is served alone, if it is one
     * @param output folder for finished documents
     * @param templates folder of the engine's templates
     * @param port of the loopback address; 0 for any free one
     * @param readOnly whether nothing may be changed
     * @param manualSave whether changes are saved only when the user says so
     * @param producer of the documents
     */
    public record ServerSettings(
            Path folder,
            Optional<String> only,
            Path output,
            Path templates,
            int port,
            boolean readOnly,
            boolean manualSave,
            Producer producer) {}

    private ReportServer(Engine engine, ServerSettings settings) throws IOException {
        limit();
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), settings.port()), 50);
        this.threads = new ThreadPoolExecutor(
                0, CONNECTIONS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), ReportServer::daemon);
        this.gate = new Gate(server.getAddress().getPort());
        Events events = new Events();
        Workspace workspace = new Workspace(engine, settings.folder(), settings.only(), settings.manualSave(), events);
        Documents documents = new Documents(engine, settings.producer(), settings.output());
        NewReports newReports = new NewReports(workspace, settings.templates(), settings.producer());
        this.api = new Api(workspace, documents, events, newReports, settings.readOnly());
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        this.watcher = daemon(() -> watch(workspace));
    }

    /** Starts to serve. */
    public static ReportServer start(Engine engine, ServerSettings settings) throws IOException {
        ReportServer server = new ReportServer(engine, settings);
        server.server.start();
        server.watcher.start();
        return server;
    }

    /** The limits of the JDK's server, which it reads before it starts. */
    private static void limit() {
        Map.of(
                        "sun.net.httpserver.maxReqTime", ARRIVAL,
                        "sun.net.httpserver.maxIdleConnections", CONNECTIONS,
                        "jdk.httpserver.maxConnections", CONNECTIONS)
                .forEach((name, value) -> {
                    if (System.getProperty(name) == null) {
                        System.setProperty(name, String.valueOf(value));
                    }
                });
        System.setProperty("sun.net.httpserver.nodelay", "true"); // answers in two packets would wait for one another
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "serve");
        thread.setDaemon(true);
        return thread;
    }

    private static void watch(Workspace workspace) {
        while (true) {
            try {
                Thread.sleep(LOOK);
                workspace.watch();
            } catch (IOException | RuntimeException e) {
                // the folder may be gone for a moment; the next poll tries again
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** The address to open first, with its token. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/?token=" + gate.token();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Request request = new Request(exchange);
        try (exchange) {
            request.header("X-Content-Type-Options", "nosniff");
            request.header("Referrer-Policy", "no-referrer");
            request.header("Cross-Origin-Resource-Policy", "same-origin");
            request.header("Cross-Origin-Opener-Policy", "same-origin");
            request.header("Cache-Control", "no-store");
            answer(request);
        } catch (RequestRefused refused) {
            request.header("Connection", "close");
            if (!request.isAnswered()) {
                request.refuse(refused);
            }
        } catch (RuntimeException | Error bug) { // an input that exhausts the stack, say, is no end of the server
            if (!request.isAnswered()) {
                request.refuse(new RequestRefused(500, Message.verbatim("Bug: " + bug)));
            }
        }
    }

    private void answer(Request request) throws IOException {
        try {
            gate.requireOwn(request.exchange());
            if (request.path().equals("/") && gate.hasToken(request.exchange())) {
                request.header("Set-Cookie", gate.setCookie());
                request.header("Location", "/");
                request.answer(303, "text/plain; charset=utf-8", new byte[0]);
                return;
            }
            gate.requireKnown(request.exchange());
            if (request.path().startsWith("/api/")) {
                api.handle(request);
            } else {
                asset(request);
            }
        } catch (RequestRefused refused) {
            request.header("Connection", "close");
            request.refuse(refused);
        } catch (IOException e) {
            if (!request.isAnswered()) {
                request.refuse(new RequestRefused(500, Message.of("serve-not-saved", String.valueOf(e.getMessage()))));
            }
        }
    }

    private static void asset(Request request) throws IOException {
        if (!request.isGet()) {
            throw new RequestRefused(405, Message.of("serve-bad-request"));
        }
        if (request.path().equals("/")) {
            byte[] random = new byte[16];
            new SecureRandom().nextBytes(random);
            String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
            request.header(
                    "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-" + nonce
                            + "'; img-src 'self' data: blob:; frame-src 'self'; connect-src 'self'; font-src 'self';"
                            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
            String page = new String(resource("index.html"), StandardCharsets.UTF_8).replace("NONCE", nonce);
            request.answer(200, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
            return;
        }
        String name = request.path().replaceFirst("^/assets/", "");
        String type = ASSETS.get(name);
        if (type == null || name.equals(request.path())) {
            throw new RequestRefused(404, Message.of("serve-bad-request"));
        }
        request.answer(200, type, resource(name));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = ReportServer.class.getResourceAsStream("web/" + name)) {
            if (in == null) {
                throw new RequestRefused(404, Message.of("serve-bad-request"));
            }
            return in.readAllBytes();
        }
    }

    @Override
    public void close() {
        watcher.interrupt();
        server.stop(0);
        threads.shutdownNow();
    }
}
