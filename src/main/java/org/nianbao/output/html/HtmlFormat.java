package org.nianbao.output.html;

import java.util.Optional;
import org.nianbao.output.DocumentInfo;
import org.nianbao.output.Format;
import org.nianbao.output.XmlWriter;
import org.nianbao.page.Page;
import org.nianbao.page.Policy;

/**
 * Writes the page as one HTML file (HTML standard, 13.1): style sheets and pictures are embedded, nothing is fetched and no
 * script runs.
 *
 * <p>Borders and alignment of table cells are repeated in each cell's {@code style}, because editors of government sites
 * drop style sheets from pasted text but keep these.
 */
public final class HtmlFormat implements Format {
    /** Nothing is fetched, sent or run; embedded styles and pictures are shown. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

    @Override
    public byte[] write(Page page, DocumentInfo info) {
        XmlWriter out = new XmlWriter("<!DOCTYPE html>\n", "");
        out.open("html", "lang", page.language()).raw("\n");
        writeHead(page, info, out);
        out.open("body").raw("\n");
        new HtmlBody(page, out).writeChildren(page.body());
        out.close().raw("\n").close().raw("\n");
        return out.bytes();
    }

    private static void writeHead(Page page, DocumentInfo info, XmlWriter out) {
        Optional<String> data = LinkedData.of(page);
        // JSON-LD never runs, but some checkers take it for a script
        String policy = POLICY + data.map(json -> "; " + Policy.allowing(json)).orElse("");
        out.open("head").raw("\n");
        out.open("meta", "charset", "utf-8").closeVoid().raw("\n");
        writeMeta("http-equiv", "Content-Security-Policy", policy, out);
        writeMeta("name", "viewport", "width=device-width, initial-scale=1", out);
        writeMeta("name", "author", info.author(), out);
        writeMeta("name", "generator", info.producer(), out);
        page.metadata().forEach((name, content) -> writeMeta("name", name, content, out));
        out.leaf("title", page.title()).raw("\n");
        data.ifPresent(json -> out.open("script", "type", "application/ld+json")
                .raw(json)
                .close()
                .raw("\n"));
        out.open("style").raw("\n" + page.styles().screen().strip() + "\n");
        out.raw(page.styles().paper().strip() + "\n").close().raw("\n");
        out.close().raw("\n");
    }

    private static void writeMeta(String key, String name, String content, XmlWriter out) {
        out.open("meta", key, name, "content", content).closeVoid().raw("\n");
    }
}
