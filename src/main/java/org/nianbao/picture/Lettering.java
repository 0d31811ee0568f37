package org.nianbao.picture;

import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.nianbao.font.FontFile;
import org.nianbao.font.Fonts;
import org.nianbao.typography.Typography;

/**
 * The fonts for texts of pictures: those of the documents, so that a text looks the same in every format and on every
 * machine.
 *
 * @param typography names the typefaces
 * @param conversion to the script of the documents; every character keeps its place
 */
public record Lettering(Typography typography, Fonts fonts, UnaryOperator<String> conversion) {
    /** Units of an SVG font per em. */
    private static final int EM = 1000;

    private static final String COMMANDS = "MLQCZ";
    private static final int[] POINTS = {1, 1, 2, 3, 0};

    /** The slope of an italic; the fonts have upright shapes only. */
    private static final double SLOPE = 0.2;

    /** The typeface for a list of font families: the first one that is known, or else that of charts. */
    String family(String families) {
        for (String one : families.split(",", -1)) {
            String name = one.strip().replaceAll("^['\"]|['\"]$", "");
            for (Map.Entry<String, Typography.Font> font : typography.fonts().entrySet()) {
                if (font.getKey().equals(name)
                        || font.getValue().names().stream().anyMatch(name::equalsIgnoreCase)) {
                    return font.getKey();
                }
            }
        }
        return family();
    }

    /** The typeface of charts. */
    String family() {
        return typography.style(Typography.TextRole.TABLE_SMALL).font();
    }

    /** Whether a typeface has a glyph for a character, in its own file or a fallback. */
    boolean has(String family, int character) {
        return fonts.chain(family).stream().anyMatch(file -> file.has(character));
    }

    /** SVG fonts that have some characters of some typefaces. */
    String svgFonts(Set<String> families, String text) {
        Set<Integer> characters = new TreeSet<>(Set.of((int) ' '));
        text.codePoints().forEach(characters::add);
        StringBuilder out = new StringBuilder("<defs>");
        for (String family : families) {
            svgFont(family, "normal", characters, out);
            svgFont(family, "italic", characters, out);
        }
        return out.append("</defs>").toString();
    }

    private void svgFont(String family, String style, Set<Integer> characters, StringBuilder out) {
        List<FontFile> chain = fonts.chain(family);
        out.append("<font horiz-adv-x=\"")
                .append(EM)
                .append("\"><font-face font-family=\"")
                .append(family);
        out.append("\" font-style=\"")
                .append(style)
                .append("\" font-weight=\"all\" units-per-em=\"")
                .append(EM);
        out.append("\" ascent=\"880\" descent=\"-120\"/><missing-glyph/>");
        AffineTransform shape = new AffineTransform(EM, 0, style.equals("italic") ? EM * SLOPE : 0, EM, 0, 0);
        for (int character : characters) {
            chain.stream().filter(file -> file.has(character)).findFirst().ifPresent(file -> {
                FontFile.Glyph glyph = file.glyph(character);
                out.append("<glyph unicode=\"&#").append(character).append(";\" horiz-adv-x=\"");
                out.append(number(glyph.advance() * EM, 3)).append("\" d=\"");
                path(glyph.outline().getPathIterator(shape), 0, out);
                out.append("\"/>");
            });
        }
        out.append("</font>");
    }

    /** Appends an outline as path data. */
    static void path(PathIterator outline, int decimals, StringBuilder out) {
        double[] points = new double[6];
        for (; !outline.isDone(); outline.next()) {
            int segment = outline.currentSegment(points);
            out.append(COMMANDS.charAt(segment));
            for (int i = 0; i < 2 * POINTS[segment]; i++) {
                out.append(i > 0 ? " " : "").append(number(points[i], decimals));
            }
        }
    }

    private static String number(double value, int decimals) {
        String digits = String.format(Locale.ROOT, "%." + decimals + "f", value);
        String plain = digits.contains(".") ? digits.replaceFirst("\\.?0+$", "") : digits;
        return plain.equals("-0") ? "0" : plain;
    }
}
