package org.nianbao.output.html;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.nianbao.output.Stamp;
import org.nianbao.page.Page;

/** Writes what stands before the page: its security policy, what it says of itself to machines, its style. */
final class Head {
    /** Nothing is fetched, sent or run; the styles and pictures inside are shown. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

    private Head() {}

    static String of(Page page, Stamp stamp) {
        Optional<String> data = LinkedData.of(page);
        StringBuilder out = new StringBuilder("<head>\n<meta charset=\"utf-8\">\n");
        out.append(meta(
                "http-equiv",
                "Content-Security-Policy",
                POLICY + data.map(Head::allowing).orElse("")));
        out.append(meta("name", "viewport", "width=device-width, initial-scale=1"));
        out.append(meta("name", "author", stamp.author()));
        out.append(meta("name", "generator", stamp.producer()));
        page.metadata().forEach((name, content) -> out.append(meta("name", name, content)));
        out.append("<title>").append(Markup.text(page.title())).append("</title>\n");
        data.ifPresent(json ->
                out.append("<script type=\"application/ld+json\">").append(json).append("</script>\n"));
        out.append("<style>\n").append(page.styles().screen().strip()).append('\n');
        return out.append(page.styles().paper().strip())
                .append("\n</style>\n</head>\n")
                .toString();
    }

    /** The data are no script and would not be run; but some checkers take them for one, so they are let in by their hash. */
    private static String allowing(String data) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(data.getBytes(StandardCharsets.UTF_8));
            return "; script-src 'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    private static String meta(String kind, String name, String content) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put(kind, name);
        attributes.put("content", content);
        return Markup.open("meta", attributes) + "\n";
    }
}
