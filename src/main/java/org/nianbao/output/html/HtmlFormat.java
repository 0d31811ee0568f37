package org.nianbao.output.html;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.nianbao.output.DocumentInfo;
import org.nianbao.output.Format;
import org.nianbao.page.Page;

/**
 * Writes the page as one HTML file (HTML standard, 13.1): style and pictures inside, no script, nothing fetched.
 *
 * <p>A table's rules stand in each cell's own {@code style} too: editors of government sites drop style sheets from what
 * is pasted into them, and keep these.
 */
public final class HtmlFormat implements Format {
    @Override
    public String extension() {
        return "html";
    }

    @Override
    public byte[] write(Page page, DocumentInfo stamp) {
        StringBuilder out = new StringBuilder("<!DOCTYPE html>\n");
        out.append(Markup.open("html", Map.of("lang", page.language()))).append('\n');
        out.append(Head.of(page, stamp)).append("<body>\n");
        new HtmlBody(page, out).children(page.body());
        return out.append("</body>\n</html>\n").toString().getBytes(StandardCharsets.UTF_8);
    }
}
