package org.nianbao.picture;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.StringReader;
import java.lang.ref.Reference;
import java.text.AttributedCharacterIterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.batik.anim.dom.SAXSVGDocumentFactory;
import org.apache.batik.bridge.BridgeContext;
import org.apache.batik.bridge.BridgeException;
import org.apache.batik.bridge.CSSUtilities;
import org.apache.batik.bridge.GVTBuilder;
import org.apache.batik.bridge.StrokingTextPainter;
import org.apache.batik.bridge.TextNode;
import org.apache.batik.bridge.TextSpanLayout;
import org.apache.batik.css.engine.SVGCSSEngine;
import org.apache.batik.gvt.CompositeGraphicsNode;
import org.apache.batik.gvt.GraphicsNode;
import org.apache.batik.gvt.text.GVTAttributedCharacterIterator.TextAttribute;
import org.apache.batik.gvt.text.TextPaintInfo;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.w3c.dom.svg.SVGDocument;

/**
 * The text of an SVG picture as outlines, laid out by Batik with fonts that the picture brings along. So the text may be
 * placed, turned and spaced in every way that Batik knows.
 */
final class SvgOutlines {
    /** How far a synthetic bold grows to each side, in ems; the fonts have one weight. */
    private static final double BOLD = 0.015;

    /** How far text moves down for a baseline, in ems of Chinese fonts. */
    private static final Map<String, Double> BASELINES = Map.of(
            "middle", 0.26,
            "central", 0.38,
            "mathematical", 0.5,
            "hanging", 0.8,
            "text-before-edge", 0.88,
            "text-after-edge", -0.12,
            "ideographic", -0.12);

    private static final Map<String, Integer> PAINT = Map.of(
            "fill", SVGCSSEngine.FILL_INDEX,
            "fill-opacity", SVGCSSEngine.FILL_OPACITY_INDEX,
            "stroke", SVGCSSEngine.STROKE_INDEX,
            "color", SVGCSSEngine.COLOR_INDEX,
            "visibility", SVGCSSEngine.VISIBILITY_INDEX);

    private static final Map<String, Integer> STROKE = Map.of(
            "stroke-opacity", SVGCSSEngine.STROKE_OPACITY_INDEX,
            "stroke-width", SVGCSSEngine.STROKE_WIDTH_INDEX,
            "stroke-linecap", SVGCSSEngine.STROKE_LINECAP_INDEX,
            "stroke-linejoin", SVGCSSEngine.STROKE_LINEJOIN_INDEX,
            "stroke-miterlimit", SVGCSSEngine.STROKE_MITERLIMIT_INDEX,
            "stroke-dasharray", SVGCSSEngine.STROKE_DASHARRAY_INDEX,
            "stroke-dashoffset", SVGCSSEngine.STROKE_DASHOFFSET_INDEX);

    /** Rules for paths could change the outlines otherwise. */
    private static final String RESET =
            "fill-rule:nonzero;marker:none;opacity:1;clip-path:none;mask:none;display:inline;";

    private static final Pattern FAULT = Pattern.compile("attribute \"([\\w:-]+)\"");

    private final SVGDocument document;
    private final Map<Element, StringBuilder> paths = new HashMap<>();

    private SvgOutlines(SVGDocument document) {
        this.document = document;
    }

    /** @throws PictureRejected if Batik finds a fault; the message has the line of an element's {@link SvgDrawing#LINE} */
    static SvgOutlines of(String svg) throws PictureRejected {
        try {
            SVGDocument document =
                    new SAXSVGDocumentFactory(null).createSVGDocument("picture:/", new StringReader(svg));
            BridgeContext context = new SvgContext();
            context.setDynamicState(BridgeContext.STATIC);
            SvgOutlines outlines = new SvgOutlines(document);
            outlines.collect(new GVTBuilder().build(context, document));
            return outlines;
        } catch (BridgeException e) {
            throw rejected(e);
        } catch (IOException e) {
            throw PictureRejected.undrawable(String.valueOf(e.getMessage()));
        }
    }

    private static PictureRejected rejected(BridgeException e) {
        Element element = e.getElement();
        Matcher fault = FAULT.matcher(String.valueOf(e.getMessage()));
        if (element == null || element.getAttribute(SvgDrawing.LINE).isEmpty() || !fault.find()) {
            return PictureRejected.undrawable(plain(String.valueOf(e.getMessage())));
        }
        String value = element.getAttribute(fault.group(1));
        return PictureRejected.value(
                Integer.parseInt(element.getAttribute(SvgDrawing.LINE)),
                "<" + element.getLocalName() + " " + fault.group(1) + "=\""
                        + (value.length() > 40 ? value.substring(0, 40) + "…" : value) + "\">");
    }

    /** Batik's message without the file's place, on one line. */
    static String plain(String message) {
        String line = message.replaceFirst("^\\S+:(?:-?[0-9]+)?\\s*\\n", "").replaceAll("\\s+", " ");
        return line.substring(0, Math.min(line.length(), 200)).strip();
    }

    private void collect(GraphicsNode node) throws PictureRejected {
        if (node instanceof TextNode text) {
            trace(text);
        } else if (node instanceof CompositeGraphicsNode group) {
            for (Object child : group.getChildren()) {
                collect((GraphicsNode) child);
            }
        }
    }

    private void trace(TextNode node) throws PictureRejected {
        StrokingTextPainter painter = (StrokingTextPainter) node.getTextPainter();
        for (Object one : painter.getTextRuns(node, node.getAttributedCharacterIterator())) {
            StrokingTextPainter.TextRun run = (StrokingTextPainter.TextRun) one;
            AttributedCharacterIterator characters = run.getACI();
            characters.first();
            Element element = (Element) Objects.requireNonNull(
                    ((Reference<?>) characters.getAttribute(TextAttribute.TEXT_COMPOUND_ID)).get());
            Path2D outline = new Path2D.Double(run.getLayout().getOutline());
            decorate(run.getLayout(), (TextPaintInfo) characters.getAttribute(TextAttribute.PAINT_INFO), outline);
            outline.transform(AffineTransform.getTranslateInstance(0, baseline(element) * size(element)));
            path(element, outline);
        }
    }

    private static void decorate(TextSpanLayout layout, TextPaintInfo info, Path2D outline) {
        if (info.underlinePaint != null) {
            append(layout.getDecorationOutline(TextSpanLayout.DECORATION_UNDERLINE), outline);
        }
        if (info.overlinePaint != null) {
            append(layout.getDecorationOutline(TextSpanLayout.DECORATION_OVERLINE), outline);
        }
        if (info.strikethroughPaint != null) {
            append(layout.getDecorationOutline(TextSpanLayout.DECORATION_STRIKETHROUGH), outline);
        }
    }

    private static void append(Shape line, Path2D outline) {
        if (line != null) {
            outline.append(line, false);
        }
    }

    private void path(Element element, Path2D outline) throws PictureRejected {
        StringBuilder path = paths.computeIfAbsent(text(element), text -> new StringBuilder());
        path.append("<path style=\"").append(RESET);
        properties(element, PAINT, path);
        String fill = computed(element, SVGCSSEngine.FILL_INDEX);
        String stroke = computed(element, SVGCSSEngine.STROKE_INDEX);
        if (fill.startsWith("url") || stroke.startsWith("url")) {
            throw part(element, "<" + element.getLocalName() + " fill=\"" + fill + "\">");
        }
        double size = size(element);
        if (!stroke.equals("none")) {
            properties(element, STROKE, path);
        } else if (isBold(element)) {
            embolden(outline, size * BOLD);
        }
        path.append("\" d=\"");
        int decimals = (int) Math.max(0, Math.min(6, Math.ceil(Math.log10(1000 / size))));
        Lettering.path(outline.getPathIterator(null), decimals, path);
        path.append("\"/>");
    }

    /**
     * Adds the outline moved to each side: all are filled as one, by the nonzero rule. Strokes of curves would have other
     * pixels in each version of Java.
     */
    private static void embolden(Path2D outline, double by) {
        Path2D regular = new Path2D.Double(outline);
        for (double[] side : new double[][] {{-by, 0}, {by, 0}, {0, -by}, {0, by}}) {
            outline.append(regular.getPathIterator(AffineTransform.getTranslateInstance(side[0], side[1])), false);
        }
    }

    private static void properties(Element element, Map<String, Integer> indices, StringBuilder out) {
        new TreeMap<>(indices)
                .forEach((name, index) -> out.append(name)
                        .append(':')
                        .append(computed(element, index))
                        .append(';'));
    }

    private static String computed(Element element, int property) {
        return CSSUtilities.getComputedStyle(element, property).getCssText();
    }

    private static double size(Element element) {
        return CSSUtilities.getComputedStyle(element, SVGCSSEngine.FONT_SIZE_INDEX)
                .getFloatValue();
    }

    private static boolean isBold(Element element) {
        return computed(element, SVGCSSEngine.FONT_WEIGHT_INDEX).matches("bold|[6-9]00");
    }

    /** Inherited since SVG 2, but not by Batik. */
    private static double baseline(Element element) {
        for (Element at = element; ; at = (Element) at.getParentNode()) {
            String baseline = computed(at, SVGCSSEngine.DOMINANT_BASELINE_INDEX);
            if (!baseline.equals("auto") || at.getLocalName().equals("svg")) {
                return BASELINES.getOrDefault(baseline, 0.0);
            }
        }
    }

    private static Element text(Element element) {
        Element at = element;
        while (!at.getLocalName().equals("text")) {
            at = (Element) at.getParentNode();
        }
        return at;
    }

    private static PictureRejected part(Element element, String detail) {
        return PictureRejected.part(Integer.parseInt(element.getAttribute(SvgDrawing.LINE)), detail);
    }

    /** A group for each text element of the document, in its order. */
    List<String> groups() throws PictureRejected {
        List<String> groups = new ArrayList<>();
        NodeList texts = document.getElementsByTagNameNS(SvgFile.SVG, "text");
        for (int i = 0; i < texts.getLength(); i++) {
            Element text = (Element) texts.item(i);
            if (paths.containsKey(text)) {
                groups.add(group(text) + paths.get(text) + "</g>");
            } else {
                groups.add("");
            }
        }
        return groups;
    }

    private static String group(Element text) throws PictureRejected {
        if (!computed(text, SVGCSSEngine.CLIP_PATH_INDEX).equals("none")
                || !computed(text, SVGCSSEngine.MASK_INDEX).equals("none")) {
            throw part(text, "<text clip-path mask>");
        }
        String transform = text.getAttribute("transform");
        return "<g" + (transform.isEmpty() ? "" : " transform=\"" + transform + "\"")
                + " style=\"clip-path:none;mask:none;" + "opacity:" + computed(text, SVGCSSEngine.OPACITY_INDEX)
                + "\">";
    }
}
