package org.nianbao.serve;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.nianbao.diagnostic.Message;

/** Notifies connected browsers of changes (server-sent events of the HTML standard). Thread-safe. */
final class Events {
    private static final int MOST_LISTENERS = 32;

    /** Maximum number of queued events; a slower browser is disconnected, and reconnects by itself. */
    private static final int MOST_WAITING = 256;

    private static final int HEARTBEAT_SECONDS = 15;

    private final Set<BlockingQueue<String>> listeners = ConcurrentHashMap.newKeySet();
    private final AtomicInteger open = new AtomicInteger();

    /** Sends an event, with its data as JSON. */
    void send(String event, String data) {
        listeners.removeIf(queue -> !queue.offer("event: " + event + "\ndata: " + data + "\n\n"));
    }

    /** Sends events to a browser until it leaves. */
    void listen(HttpExchange exchange) throws IOException {
        if (open.incrementAndGet() > MOST_LISTENERS) {
            open.decrementAndGet();
            throw new RequestRefused(503, Message.of("serve-busy"));
        }
        BlockingQueue<String> queue = new LinkedBlockingQueue<>(MOST_WAITING);
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
        try {
            listeners.add(queue);
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                write(out, ": nianbao\n\n");
                while (listeners.contains(queue)) {
                    String event = queue.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
                    write(out, event == null ? ":\n\n" : event);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            listeners.remove(queue);
            open.decrementAndGet();
        }
    }

    private static void write(OutputStream out, String words) throws IOException {
        out.write(words.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
