package org.nianbao.output.html;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.nianbao.output.DocumentInfo;
import org.nianbao.output.Format;
import org.nianbao.output.XmlWriter;
import org.nianbao.page.Page;
import org.nianbao.page.Policy;
import org.nianbao.typography.Typography;

/**
 * Writes the page as one HTML file (HTML standard, 13.1): style sheets and pictures are embedded, nothing is fetched and no
 * script runs.
 *
 * <p>The editors of government sites drop style sheets from pasted text, many of them classes or all styles too. So borders
 * and alignment are repeated in each cell's {@code style} and in attributes of HTML 4, and what only screen readers read is
 * {@code hidden} until the style sheet shows it to them.
 *
 * @param typography whose Latin font is looked up on the reader's machine, for its characters only: its “ and — are narrow
 */
public record HtmlFormat(Typography typography) implements Format {
    /** Nothing is fetched, sent or run; embedded styles and pictures are shown. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

    /** Characters that would end a string or the style sheet. */
    private static final Pattern UNQUOTABLE = Pattern.compile("[\"\\\\<\\p{Cntrl}]");

    @Override
    public byte[] write(Page page, DocumentInfo info) {
        XmlWriter out = new XmlWriter("<!DOCTYPE html>\n", "");
        out.open("html", "lang", page.language()).raw("\n");
        writeHead(page, info, out);
        out.open("body").raw("\n");
        new HtmlBody(page, typography, out).writeChildren(page.body());
        out.close().raw("\n").close().raw("\n");
        return out.bytes();
    }

    private void writeHead(Page page, DocumentInfo info, XmlWriter out) {
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
        out.open("style").raw("\n");
        typography.latin().ifPresent(latin -> out.raw(fontFace(latin, "") + "\n"));
        // of this face, browsers make no bolder one
        typography.latinBold().ifPresent(latin -> out.raw(fontFace(latin, " font-weight: 400 700;") + "\n"));
        out.raw(page.styles().screen().strip() + "\n");
        out.raw(page.styles().paper().strip() + "\n").close().raw("\n");
        out.close().raw("\n");
    }

    /** A rule of CSS that gives the family of a Latin font to an installed one; it fetches nothing. */
    private static String fontFace(Typography.LatinFont latin, String weights) {
        String local = latin.names().stream()
                .map(name -> "local(\"" + UNQUOTABLE.matcher(name).replaceAll("") + "\")")
                .collect(Collectors.joining(", "));
        return "@font-face { font-family: \"%s\"; src: %s; unicode-range: %s;%s }"
                .formatted(
                        UNQUOTABLE
                                .matcher(Typography.Font.familyOf(latin.file()))
                                .replaceAll(""),
                        local,
                        latin.characters().css(),
                        weights);
    }

    private static void writeMeta(String key, String name, String content, XmlWriter out) {
        out.open("meta", key, name, "content", content).closeVoid().raw("\n");
    }
}
