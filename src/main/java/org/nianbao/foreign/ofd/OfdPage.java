package org.nianbao.foreign.ofd;

import static org.nianbao.foreign.ofd.OfdPackage.children;
import static org.nianbao.foreign.ofd.OfdPackage.first;
import static org.nianbao.foreign.ofd.OfdPackage.name;
import static org.nianbao.foreign.ofd.OfdPackage.number;
import static org.nianbao.foreign.ofd.OfdPackage.numbers;
import static org.nianbao.foreign.ofd.OfdPackage.words;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jsoup.nodes.Element;
import org.nianbao.foreign.Limits;
import org.nianbao.foreign.UnreadableDocument;
import org.nianbao.foreign.layout.DrawnPage;
import org.nianbao.foreign.layout.DrawnPicture;
import org.nianbao.foreign.layout.PageGlyph;
import org.nianbao.foreign.layout.PathRules;
import org.nianbao.foreign.layout.TaggedBlock;

/** What the objects of a page draw (GB/T 33190-2016, 8, 9 and 11). Lengths are in millimetres until they are placed. Not thread-safe. */
final class OfdPage {
    /** Points in a millimetre. */
    private static final double POINTS = 72 / 25.4;

    /** In millimetres; a smaller picture is an ornament. */
    private static final double SMALL = 21;

    /** Of a line that is not straight, the rise for a step along it: a watermark. */
    private static final double SLANT = 0.1;

    private static final int DEEPEST = 50;

    private static final int MOST_GLYPHS = 200_000;

    /** The content of composite objects by their ID. */
    private final Map<String, Element> composites;

    private final List<PageGlyph> glyphs = new ArrayList<>();
    private final PathRules rules = new PathRules();
    private final List<DrawnPicture> pictures = new ArrayList<>();

    /** The bytes of pictures by the IDs of resources. */
    private final Function<String, Optional<byte[]>> media;

    OfdPage(Map<String, Element> composites, Function<String, Optional<byte[]>> media) {
        this.composites = composites;
        this.media = media;
    }

    /** Draws the content of a page, or of a template that is under it or over it. */
    void add(Element page, AffineTransform place) throws UnreadableDocument {
        for (Element content : children(page, "Content").toList()) {
            for (Element layer : children(content, "Layer").toList()) {
                block(layer, place, 0);
            }
        }
    }

    boolean hasText() {
        return !glyphs.isEmpty();
    }

    boolean hasPictures() {
        return !pictures.isEmpty();
    }

    /** @param height in millimetres */
    DrawnPage drawn(double height) {
        return new DrawnPage(glyphs, rules.bullets(), rules.lines(), pictures, height * POINTS);
    }

    /** From millimetres with the origin of a page's box at its upper left corner to points. */
    static AffineTransform inPoints(List<Double> box) {
        AffineTransform points = AffineTransform.getScaleInstance(POINTS, POINTS);
        points.translate(-box.get(0), -box.get(1));
        return points;
    }

    private void block(Element block, AffineTransform place, int depth) throws UnreadableDocument {
        if (depth > DEEPEST) {
            return;
        }
        for (Element object : block.children()) {
            if (!object.attr("Visible").equals("false")) {
                switch (name(object)) {
                    case "PageBlock" -> block(object, place, depth + 1);
                    case "TextObject" -> text(object, inside(object, place));
                    case "PathObject" -> path(object, inside(object, place));
                    case "ImageObject" -> picture(object, place);
                    case "CompositeObject" -> {
                        Element content = composites.get(object.attr("ResourceID"));
                        if (content != null) {
                            block(content, inside(object, place), depth + 1);
                        }
                    }
                    default -> {}
                }
            }
        }
    }

    /** The space of an object: its matrix, then its boundary (8.5). */
    private static AffineTransform inside(Element object, AffineTransform place) {
        AffineTransform inside = new AffineTransform(place);
        List<Double> boundary = numbers(object.attr("Boundary"));
        if (boundary.size() == 4) {
            inside.translate(boundary.get(0), boundary.get(1));
        }
        List<Double> matrix = numbers(object.attr("CTM"));
        if (matrix.size() == 6) {
            inside.concatenate(new AffineTransform(
                    matrix.stream().mapToDouble(Double::doubleValue).toArray()));
        }
        return inside;
    }

    private void picture(Element object, AffineTransform place) {
        List<Double> boundary = numbers(object.attr("Boundary"));
        if (boundary.size() == 4 && boundary.get(2) > SMALL && boundary.get(3) > SMALL) {
            Rectangle2D area = place.createTransformedShape(
                            new Rectangle2D.Double(boundary.get(0), boundary.get(1), boundary.get(2), boundary.get(3)))
                    .getBounds2D();
            pictures.add(new DrawnPicture(
                    area.getMinX(),
                    area.getMaxX(),
                    area.getMinY(),
                    area.getMaxY(),
                    "",
                    media.apply(object.attr("ResourceID")).orElse(new byte[0])));
        }
    }

    private void text(Element object, AffineTransform place) throws UnreadableDocument {
        double size = number(object.attr("Size")).orElse(0.0);
        double wide = number(object.attr("HScale")).orElse(1.0);
        double x = 0;
        double y = 0;
        for (Element code : children(object, "TextCode").toList()) {
            x = number(code.attr("X")).orElse(x);
            y = number(code.attr("Y")).orElse(y);
            int[] characters = code.wholeText().codePoints().toArray();
            List<Double> across = deltas(code.attr("DeltaX"), characters.length);
            List<Double> down = deltas(code.attr("DeltaY"), characters.length);
            double atX = x;
            double atY = y;
            for (int i = 0; i < characters.length; i++) {
                double step = i < across.size() ? across.get(i) : 0;
                double width = wide * size * (characters[i] < 0x2000 ? 0.5 : 1);
                double end = atX + (step > 0 ? Math.min(step, Math.max(width, wide * size)) : width);
                glyph(Character.toString(characters[i]), object.attr("Font"), size, atX, end, atY, place);
                boolean unmoved = across.isEmpty() && down.isEmpty();
                atX += i < across.size() ? step : unmoved ? width : 0;
                atY += i < down.size() ? down.get(i) : 0;
            }
        }
    }

    private void glyph(String text, String font, double size, double x, double end, double y, AffineTransform place)
            throws UnreadableDocument {
        double along = Math.hypot(place.getScaleX(), place.getShearY());
        boolean slanted = Math.min(Math.abs(place.getScaleX()), Math.abs(place.getShearY())) > SLANT * along;
        if (text.isBlank() || slanted) {
            return;
        }
        Point2D from = place.transform(new Point2D.Double(x, y), null);
        Point2D to = place.transform(new Point2D.Double(end, y), null);
        double height = size * Math.hypot(place.getShearX(), place.getScaleY());
        glyphs.add(new PageGlyph(
                text,
                font,
                Math.min(from.getX(), to.getX()),
                Math.max(from.getX(), to.getX()),
                from.getY(),
                height,
                TaggedBlock.NONE));
        if (glyphs.size() > MOST_GLYPHS) {
            throw UnreadableDocument.tooLarge(MOST_GLYPHS, UnreadableDocument.SizeUnit.CHARACTERS);
        }
    }

    /** The steps from one character to the next; {@code g 3 1.5} stands for three of 1.5 (11.3). */
    private static List<Double> deltas(String written, int most) {
        List<Double> deltas = new ArrayList<>();
        List<String> words = words(written);
        for (int i = 0; i < words.size() && deltas.size() < most; i++) {
            if (words.get(i).equals("g") && i + 2 < words.size()) {
                double step = number(words.get(i + 2)).orElse(0.0);
                for (double n = number(words.get(i + 1)).orElse(0.0); n > 0 && deltas.size() < most; n--) {
                    deltas.add(step);
                }
                i += 2;
            } else {
                deltas.add(number(words.get(i)).orElse(0.0));
            }
        }
        return deltas;
    }

    /** A path in its short notation (9.1). */
    private void path(Element object, AffineTransform place) throws UnreadableDocument {
        String data = first(object, "AbbreviatedData").map(Element::text).orElse("");
        List<Double> at = new ArrayList<>();
        String operator = "";
        for (String word : words(data)) {
            if (number(word).isPresent()) {
                at.add(number(word).get());
            } else {
                draw(operator, at, place);
                operator = word;
                at.clear();
            }
        }
        draw(operator, at, place);
        if (object.attr("Fill").equals("true")) {
            rules.fill();
        } else if (!object.attr("Stroke").equals("false")) {
            rules.stroke();
        }
        rules.end();
        if (rules.lines().size() > Limits.CELLS) {
            throw UnreadableDocument.tooLarge(Limits.CELLS, UnreadableDocument.SizeUnit.SHAPES);
        }
    }

    private void draw(String operator, List<Double> at, AffineTransform place) {
        Point2D point = at.size() < 2
                ? new Point2D.Double()
                : place.transform(new Point2D.Double(at.get(at.size() - 2), at.get(at.size() - 1)), null);
        switch (operator) {
            case "S", "M" -> rules.moveTo(point);
            case "L" -> rules.lineTo(point);
            case "Q", "B", "A" -> rules.curveTo(point);
            case "C" -> rules.close();
            default -> {}
        }
    }
}
