package org.nianbao.chart;

import org.nianbao.font.Fonts;
import org.nianbao.page.Picture;
import org.nianbao.typography.Length;
import org.nianbao.typography.Typography;

/**
 * Draws a chart as an SVG that fills the width of the text. It is made of paths alone, lettered in the outlines of the
 * documents' own fonts, so it looks the same in every format and on every machine; the same chart gives the same bytes.
 */
public final class Drawing {
    private static final double PIXELS_PER_POINT = 96 / 72.0;

    private Drawing() {}

    /**
     * The picture of a chart, without its title.
     *
     * @param chart what to draw
     * @param name of the picture on its page
     * @param typography the picture is lettered as its small tables are
     * @param fonts its files
     */
    public static Picture of(Chart chart, String name, Typography typography, Fonts fonts) {
        Typography.Style style = typography.style(Typography.Role.TABLE_SMALL);
        Lettering lettering = new Lettering(fonts.chain(style.font()), pixels(style.size()));
        Typography.Paper paper = typography.paper();
        int width = (int) (pixels(paper.width()) - pixels(paper.left()) - pixels(paper.right()));
        Canvas canvas = new Canvas(lettering);
        int height = chart.kind() == Chart.Kind.YEARS
                ? new Columns(chart, lettering, width).draw(canvas)
                : new Bars(chart, lettering, width).draw(canvas);
        return new Picture(name, Picture.Kind.SVG, canvas.svg(width, height), width, height);
    }

    private static double pixels(Length length) {
        return length.points().doubleValue() * PIXELS_PER_POINT;
    }
}
