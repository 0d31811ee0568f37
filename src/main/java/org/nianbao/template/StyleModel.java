package org.nianbao.template;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nianbao.typography.Typography;

/** The typography as data for {@code report.css}: every length as CSS writes it, every font as a list of families. */
final class StyleModel {
    private StyleModel() {}

    /** {@code paper.*} and, for each role such as {@code body}, {@code style.body.*}. */
    static Map<String, Object> of(Typography typography) {
        Typography.Paper paper = typography.paper();
        Map<String, Object> sheet = new LinkedHashMap<>();
        sheet.put("width", paper.width().css());
        sheet.put("height", paper.height().css());
        sheet.put("top", paper.top().css());
        sheet.put("right", paper.right().css());
        sheet.put("bottom", paper.bottom().css());
        sheet.put("left", paper.left().css());
        Map<String, Object> styles = new LinkedHashMap<>();
        for (Typography.TextRole role : Typography.TextRole.values()) {
            styles.put(role.written(), style(typography, role));
        }
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("paper", sheet);
        model.put("style", styles);
        return model;
    }

    private static Map<String, Object> style(Typography typography, Typography.TextRole role) {
        Typography.Style style = typography.style(role);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("family", families(typography.fontOf(role)));
        // set at the advance: letter-spacing would switch justification off in the PDF
        model.put("size", style.advance().css());
        model.put("pitch", style.pitch().map(pitch -> pitch.css()).orElse("normal"));
        model.put("align", style.align().name().toLowerCase(Locale.ROOT));
        model.put("indent", style.indent() + "em");
        model.put("before", style.before().css());
        model.put("after", style.after().css());
        return model;
    }

    /** The real typeface where there is one, then the shipped files. */
    private static String families(Typography.Font font) {
        return Stream.concat(
                        font.names().stream(),
                        Stream.concat(Stream.of(font.file()), font.fallbacks().stream())
                                .map(Typography.Font::familyOf))
                .map(family -> "\"" + family + "\"")
                .collect(Collectors.joining(", "));
    }
}
