package org.nianbao.invariant;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDCIDFontType2;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.nianbao.Workplace;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.font.FontFile;
import org.nianbao.font.Fonts;
import org.nianbao.input.TypographyReader;
import org.nianbao.typography.Typography;

/**
 * Every glyph of a PDF is that of its character in the shipped font; {@link org.nianbao.FontAuditTest} examines the shipped
 * fonts.
 */
final class OwnGlyphs implements Invariant {
    /** Shipped files by the name in them. */
    private final Map<String, FontFile> files = new HashMap<>();

    OwnGlyphs() {
        Diagnostics diagnostics = new Diagnostics();
        Typography typography = TypographyReader.read(
                        Workplace.CHECKOUT.resolve("templates/typography.yaml"), diagnostics)
                .orElseThrow();
        Fonts fonts = Fonts.of(typography, Workplace.CHECKOUT.resolve("templates/fonts"), List.of(), diagnostics);
        typography.fonts().keySet().forEach(name -> fonts.chain(name).forEach(file -> files.put(name(file), file)));
    }

    private static String name(FontFile file) {
        try {
            return file.metrics().getName();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> faults(RenderedReport report) {
        try (PDDocument pdf = Loader.loadPDF(report.bytes("pdf"))) {
            Set<String> faults = new TreeSet<>();
            Set<Object> seen = new HashSet<>();
            for (PDPage page : pdf.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    if (page.getResources().getFont(name) instanceof PDType0Font font
                            && seen.add(font.getCOSObject())) {
                        compare(font, faults);
                    }
                }
            }
            return List.copyOf(faults);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compare(PDType0Font font, Set<String> faults) throws IOException {
        FontFile file = Objects.requireNonNull(files.get(font.getName().replaceFirst("^[A-Z]{6}\\+", "")));
        double em = 1.0
                / ((PDCIDFontType2) font.getDescendantFont()).getTrueTypeFont().getUnitsPerEm();
        String text;
        for (int code = 1; (text = font.toUnicode(code)) != null; code++) {
            FontFile.Glyph glyph = file.glyph(text.codePointAt(0));
            double space = font.getWidth(code) / 1000 - glyph.advance();
            boolean drawn = points(font.getPath(code), em).equals(points(glyph.outline(), 1));
            if (!drawn || !file.has(text.codePointAt(0)) || Math.min(Math.abs(space), Math.abs(space - 0.25)) > 0.001) {
                faults.add("another glyph for “%s” in %s".formatted(text, font.getName()));
            }
        }
    }

    private static String points(Shape path, double scale) {
        StringBuilder points = new StringBuilder();
        double[] at = new double[6];
        PathIterator segments = path.getPathIterator(AffineTransform.getScaleInstance(scale, scale));
        for (; !segments.isDone(); segments.next()) {
            int type = segments.currentSegment(at);
            points.append(type)
                    .append(' ')
                    .append(Math.round(500 * at[0]))
                    .append(' ')
                    .append(Math.round(500 * at[1]));
        }
        return points.toString();
    }
}
