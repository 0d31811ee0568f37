package org.nianbao.foreign.html;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.nianbao.foreign.Limits;
import org.nianbao.foreign.NeighbouringFiles;

/** The bytes of a page's pictures: those in it, and those in files beside it. Nothing is fetched. Not thread-safe. */
final class HtmlPictures {
    private static final Pattern DATA =
            Pattern.compile("(?is)data:image/[a-z+.-]+(;charset=[a-z0-9-]+)?(;base64)?,(.*)");

    private static final byte[] NONE = {};

    private final NeighbouringFiles beside;
    private int left = Limits.PICTURES;

    HtmlPictures(NeighbouringFiles beside) {
        this.beside = beside;
    }

    byte[] of(Element image) {
        if (image.normalName().equals("svg")) {
            return kept(drawing(image).getBytes(StandardCharsets.UTF_8));
        }
        String source = image.attr("src").strip();
        Matcher data = DATA.matcher(source);
        return kept(data.matches() ? decoded(data) : beside.read(source).orElse(NONE));
    }

    private static String drawing(Element svg) {
        String text = svg.outerHtml();
        return text.contains("xmlns=") ? text : text.replaceFirst("<svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"");
    }

    private static byte[] decoded(Matcher data) {
        try {
            return data.group(2) == null
                    ? URLDecoder.decode(data.group(3).replace("+", "%2B"), StandardCharsets.UTF_8)
                            .getBytes(StandardCharsets.UTF_8)
                    : Base64.getMimeDecoder().decode(data.group(3));
        } catch (IllegalArgumentException e) {
            return NONE;
        }
    }

    private byte[] kept(byte[] bytes) {
        if (bytes.length > Math.min(left, Limits.PICTURE)) {
            return NONE;
        }
        left -= bytes.length;
        return bytes;
    }
}
