package org.nianbao.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nianbao.diagnostic.Message;

/**
 * Lets in the browsers of the user who started the server. They know its token, and then its cookie. A page of another site
 * is kept out by the names of host and origin (DNS rebinding) and by the cookie's SameSite.
 */
final class Gate {
    private static final int SECRET_BYTES = 32;

    private final String token = secret();
    private final String session = secret();
    private final String cookie;
    private final Set<String> hosts;

    Gate(int port) {
        this.cookie = "nianbao-" + port; // cookies know no ports
        this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
    }

    private static String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What the first address ends in. */
    String token() {
        return token;
    }

    /** @throws RequestRefused if the request is from somewhere else */
    void requireOwn(HttpExchange exchange) {
        Headers headers = exchange.getRequestHeaders();
        List<String> host = headers.getOrDefault("Host", List.of());
        boolean own = host.size() == 1 && hosts.contains(host.get(0));
        boolean origins = headers.getOrDefault("Origin", List.of()).stream()
                .allMatch(
                        origin -> hosts.contains(origin.replaceFirst("^http://", "")) && origin.startsWith("http://"));
        boolean sites = headers.getOrDefault("Sec-Fetch-Site", List.of()).stream()
                .allMatch(site -> site.equals("same-origin") || site.equals("none"));
        if (!own || !origins || !sites) {
            throw new RequestRefused(403, Message.of("serve-other-site"));
        }
    }

    /** Whether the address has the token. */
    boolean hasToken(HttpExchange exchange) {
        String query =
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        return same("token=" + token, query);
    }

    /** The header that sets the cookie. */
    String setCookie() {
        return cookie + "=" + session + "; HttpOnly; SameSite=Strict; Path=/";
    }

    /** @throws RequestRefused if it is a browser that has not seen the first address */
    void requireKnown(HttpExchange exchange) {
        boolean known = exchange.getRequestHeaders().getOrDefault("Cookie", List.of()).stream()
                .flatMap(line -> Arrays.stream(line.split(";")))
                .anyMatch(one -> same(cookie + "=" + session, one.strip()));
        if (!known) {
            throw new RequestRefused(403, Message.of("serve-unknown-browser"));
        }
    }

    /** Compares in constant time. */
    private static boolean same(String wanted, String typed) {
        return MessageDigest.isEqual(wanted.getBytes(StandardCharsets.UTF_8), typed.getBytes(StandardCharsets.UTF_8));
    }
}
