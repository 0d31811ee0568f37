package org.nianbao.output.docx;

import java.util.Locale;
import org.nianbao.output.XmlWriter;
import org.nianbao.typography.Length;
import org.nianbao.typography.Typography;
import org.nianbao.typography.Typography.TextRole;

/** The mark across every page of a draft, as Word's own watermarks are made: WordArt in the headers (VML). */
final class DraftMark {
    /** The relationship to the header of odd pages. */
    static final String ODD = "rIdHeaderOdd";

    /** The relationship to the header of even pages. */
    static final String EVEN = "rIdHeaderEven";

    private static final String CONTENT_TYPE =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml";

    /** The mark stands slanted by 45°, so its length and height together may be √2 times the text's width. */
    private static final double DIAGONAL = Math.sqrt(2);

    private static final double LARGEST_LETTER = 120;

    private final String words;
    private final Typography typography;

    DraftMark(String words, Typography typography) {
        this.words = words;
        this.typography = typography;
    }

    /** Adds the headers, their content types and their relationships. */
    void addTo(PackageParts parts, Relations relations) {
        add("header1.xml", ODD, 1, parts, relations);
        add("header2.xml", EVEN, 2, parts, relations);
    }

    private void add(String name, String relation, int number, PackageParts parts, Relations relations) {
        parts.put("word/" + name, header(number));
        relations.part(relation, "header", name);
        XmlWriter type = new XmlWriter();
        type.empty("Override", "PartName", "/word/" + name, "ContentType", CONTENT_TYPE);
        parts.append("[Content_Types].xml", type.toString());
    }

    private byte[] header(int number) {
        XmlWriter out = new XmlWriter(PackageParts.DECLARATION, "");
        out.open(
                "w:hdr",
                "xmlns:o",
                "urn:schemas-microsoft-com:office:office",
                "xmlns:v",
                "urn:schemas-microsoft-com:vml",
                "xmlns:w",
                "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                "xmlns:w10",
                "urn:schemas-microsoft-com:office:word");
        out.open("w:p");
        out.open("w:pPr").empty("w:pStyle", "w:val", StyleIds.HEADER).close();
        out.open("w:r");
        out.open("w:rPr").empty("w:noProof").close();
        out.open("w:pict");
        writeType(out);
        writeShape(out, number);
        out.close().close().close().close();
        return out.bytes();
    }

    /** Word's shape for a straight line of WordArt. */
    private static void writeType(XmlWriter out) {
        out.open(
                "v:shapetype",
                "id",
                "_x0000_t136",
                "coordsize",
                "21600,21600",
                "o:spt",
                "136",
                "adj",
                "10800",
                "path",
                "m@7,l@8,m@5,21600l@6,21600e");
        out.open("v:formulas");
        for (String equation : new String[] {
            "sum #0 0 10800",
            "prod #0 2 1",
            "sum 21600 0 @1",
            "sum 0 0 @2",
            "sum 21600 0 @3",
            "if @0 @3 0",
            "if @0 21600 @1",
            "if @0 0 @2",
            "if @0 @4 21600",
            "mid @5 @6",
            "mid @8 @5",
            "mid @7 @8",
            "mid @6 @7",
            "sum @6 0 @5"
        }) {
            out.empty("v:f", "eqn", equation);
        }
        out.close();
        out.empty(
                "v:path",
                "textpathok",
                "t",
                "o:connecttype",
                "custom",
                "o:connectlocs",
                "@9,0;@10,10800;@11,21600;@12,10800",
                "o:connectangles",
                "270,180,90,0");
        out.empty("v:textpath", "on", "t", "fitshape", "t");
        out.open("v:handles");
        out.empty("v:h", "position", "#0,bottomRight", "xrange", "6629,14971");
        out.close();
        out.empty("o:lock", "v:ext", "edit", "text", "t", "shapetype", "t");
        out.close();
    }

    private void writeShape(XmlWriter out, int number) {
        double ems = Math.max(
                1, words.codePoints().mapToDouble(c -> c > 0x7f ? 1 : 0.5).sum());
        double room = points(typography.paper().width())
                - points(typography.paper().left())
                - points(typography.paper().right());
        double height = Math.min(LARGEST_LETTER, room * DIAGONAL / (ems + 1));
        out.open(
                "v:shape",
                "id",
                "PowerPlusWaterMarkObject" + number,
                "o:spid",
                "_x0000_s" + (2048 + number),
                "type",
                "#_x0000_t136",
                "alt", // none: the mark stands behind the text, and the properties tell the document's state
                "",
                "style",
                "position:absolute;margin-left:0;margin-top:0;width:" + css(height * ems) + ";height:"
                        + css(height) + ";rotation:315;z-index:-251658752;mso-position-horizontal:center;"
                        + "mso-position-horizontal-relative:margin;mso-position-vertical:center;"
                        + "mso-position-vertical-relative:margin",
                "o:allowincell",
                "f",
                "fillcolor",
                "silver",
                "stroked",
                "f");
        out.empty("v:fill", "opacity", ".5");
        String font = typography.fontOf(TextRole.HEADING_1).word();
        out.empty("v:textpath", "style", "font-family:\"" + font + "\";font-size:1pt", "string", words);
        out.empty("w10:wrap", "anchorx", "margin", "anchory", "margin");
        out.close();
    }

    private static double points(Length length) {
        return length.points().doubleValue();
    }

    private static String css(double points) {
        return String.format(Locale.ROOT, "%.2fpt", points);
    }
}
