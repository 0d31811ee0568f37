package org.nianbao.serve;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.nianbao.diagnostic.Message;
import org.nianbao.json.JsonReader;
import org.nianbao.json.JsonWriter;

/** A request of a browser, and the answer to it. For one thread. */
final class Request {
    /** The limit of a body of JSON, in bytes. */
    private static final int LONGEST = 8 * 1024 * 1024;

    private static final int EMPTY = -1;

    private final HttpExchange exchange;
    private boolean answered;

    Request(HttpExchange exchange) {
        this.exchange = exchange;
    }

    HttpExchange exchange() {
        return exchange;
    }

    boolean isAnswered() {
        return answered;
    }

    boolean isPost() {
        return exchange.getRequestMethod().equals("POST");
    }

    boolean isGet() {
        return exchange.getRequestMethod().equals("GET");
    }

    /** The path as it was sent; its parts are decoded by {@link #decoded}. */
    String path() {
        return exchange.getRequestURI().getRawPath();
    }

    static String decoded(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new RequestRefused(400, Message.of("serve-bad-request"));
        }
    }

    /** A parameter of the address. */
    Optional<String> parameter(String name) {
        String query =
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        return Arrays.stream(query.split("&"))
                .filter(one -> one.startsWith(name + "="))
                .map(one -> decoded(one.substring(name.length() + 1)))
                .findFirst();
    }

    /** The language that the browser asks for first. */
    Locale locale() {
        String languages = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Accept-Language"))
                .orElse("zh");
        return languages.toLowerCase(Locale.ROOT).startsWith("zh") ? Locale.CHINESE : Locale.ENGLISH;
    }

    /**
     * The body.
     *
     * @throws RequestRefused if it is longer than {@code longest} bytes
     */
    byte[] body(int longest) throws IOException {
        String length = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Length"))
                .orElse("0");
        if (length.length() > 10 || Long.parseLong(length) > longest) {
            throw new RequestRefused(413, Message.of("serve-too-long", longest / 1024 / 1024));
        }
        try (InputStream in = exchange.getRequestBody()) {
            byte[] bytes = in.readNBytes(longest + 1);
            if (bytes.length > longest) {
                throw new RequestRefused(413, Message.of("serve-too-long", longest / 1024 / 1024));
            }
            return bytes;
        }
    }

    /** @throws RequestRefused unless the body is a JSON object with the type of JSON, which forms of other sites cannot send */
    Map<String, @Nullable Object> json() throws IOException {
        String type = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                .orElse("");
        if (!type.startsWith("application/json")) {
            throw new RequestRefused(415, Message.of("serve-bad-request"));
        }
        try {
            return JsonReader.object(new String(body(LONGEST), StandardCharsets.UTF_8));
        } catch (JsonReader.Malformed e) {
            throw new RequestRefused(400, Message.of("serve-bad-request"));
        }
    }

    void header(String name, String value) {
        exchange.getResponseHeaders().set(name, value);
    }

    void answer(int status, Consumer<JsonWriter> members) throws IOException {
        answer(
                status,
                "application/json; charset=utf-8",
                JsonWriter.object(members).getBytes(StandardCharsets.UTF_8));
    }

    void answer(int status, String type, byte[] bytes) throws IOException {
        answered = true;
        header("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? EMPTY : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    /** Answers with a sentence as plain text. */
    void refuse(RequestRefused refused) throws IOException {
        Message reason = refused.reason();
        if (path().startsWith("/api/")) {
            answer(refused.status(), json -> json.text("message", reason.in(locale())));
        } else {
            answer(
                    refused.status(),
                    "text/plain; charset=utf-8",
                    reason.in(locale()).getBytes(StandardCharsets.UTF_8));
        }
    }
}
