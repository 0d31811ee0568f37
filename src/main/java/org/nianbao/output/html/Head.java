package org.nianbao.output.html;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.nianbao.output.DocumentInfo;
import org.nianbao.page.Page;
import org.nianbao.page.Policy;

/** Writes what stands before the page: its security policy, what it says of itself to machines, its style. */
final class Head {
    /** Nothing is fetched, sent or run; the styles and pictures inside are shown. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

    private Head() {}

    static String of(Page page, DocumentInfo stamp) {
        Optional<String> data = LinkedData.of(page);
        StringBuilder out = new StringBuilder("<head>\n<meta charset=\"utf-8\">\n");
        out.append(meta(
                "http-equiv",
                "Content-Security-Policy",
                // the data are no script and would not be run; but some checkers take them for one
                POLICY + data.map(json -> "; " + Policy.allowing(json)).orElse("")));
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

    private static String meta(String kind, String name, String content) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put(kind, name);
        attributes.put("content", content);
        return Markup.open("meta", attributes) + "\n";
    }
}
