package org.nianbao.output.docx;

import java.util.Locale;
import java.util.Map;
import org.nianbao.output.XmlWriter;
import org.nianbao.typography.Length;
import org.nianbao.typography.Typography;
import org.nianbao.typography.Typography.TextRole;

/** The mark across every page of a draft. */
record DraftMark(String words, Typography typography) {
    private static final String CONTENT_TYPE =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml";

    /** The mark is rotated by 45°, so its length plus its height may be √2 times the width of the text block. */
    private static final double DIAGONAL = Math.sqrt(2);

    /** In points. */
    private static final double MAX_HEIGHT = 120;

    /** References the headers that {@link #addTo} adds. */
    static XmlWriter references() {
        return new XmlWriter()
                .empty("w:headerReference", "w:type", "default", "r:id", "rIdHeaderOdd")
                .empty("w:headerReference", "w:type", "even", "r:id", "rIdHeaderEven");
    }

    /** Adds the headers, their content types and their relationships. */
    void addTo(PackageParts parts, Relations relations) {
        add("header1.xml", "rIdHeaderOdd", 1, parts, relations);
        add("header2.xml", "rIdHeaderEven", 2, parts, relations);
    }

    private void add(String name, String relation, int number, PackageParts parts, Relations relations) {
        double ems = Math.max(
                1, words.codePoints().mapToDouble(c -> c > 0x7f ? 1 : 0.5).sum());
        Typography.Paper paper = typography.paper();
        double room = points(paper.width()) - points(paper.left()) - points(paper.right());
        double height = Math.min(MAX_HEIGHT, room * DIAGONAL / (ems + 1));
        Map<String, Object> values = Map.of(
                "number",
                number,
                "spid",
                2048 + number,
                "width",
                css(height * ems),
                "height",
                css(height),
                "font",
                typography.fontOf(TextRole.HEADING_1).word(),
                "words",
                words);
        parts.put("word/" + name, XmlTemplate.fill("header.xml", values));
        relations.part(relation, "header", name);
        XmlWriter type = new XmlWriter().empty("Override", "PartName", "/word/" + name, "ContentType", CONTENT_TYPE);
        parts.append(PackageParts.CONTENT_TYPES, type);
    }

    private static double points(Length length) {
        return length.points().doubleValue();
    }

    private static String css(double points) {
        return String.format(Locale.ROOT, "%.2fpt", points);
    }
}
