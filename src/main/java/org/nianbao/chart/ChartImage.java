package org.nianbao.chart;

import org.nianbao.font.Fonts;
import org.nianbao.page.Picture;
import org.nianbao.typography.Length;
import org.nianbao.typography.Typography;

/**
 * A chart that has been drawn, as wide as the text. The picture is SVG of paths alone, lettered in the outlines of the
 * documents' own fonts, so it looks the same in every format and on every machine; the same chart gives the same bytes.
 *
 * @param chart what is seen
 * @param picture without the chart's title
 */
public record ChartImage(Chart chart, Picture picture) {
    private static final double PIXELS_PER_POINT = 96 / 72.0;

    /**
     * Draws a chart.
     *
     * @param name of the picture on its page
     * @param typography the picture is lettered as its small tables are
     * @param fonts the files of that typography
     */
    public static ChartImage of(Chart chart, String name, Typography typography, Fonts fonts) {
        Typography.Style style = typography.style(Typography.TextRole.TABLE_SMALL);
        Lettering lettering = new Lettering(fonts.chain(style.font()), pixels(style.size()));
        Typography.Paper paper = typography.paper();
        int width = (int) (pixels(paper.width()) - pixels(paper.left()) - pixels(paper.right()));
        Canvas canvas = new Canvas(lettering);
        int height = chart.kind() == Chart.ChartKind.YEARS
                ? new Columns(chart, lettering, width).draw(canvas)
                : new Bars(chart, lettering, width).draw(canvas);
        return new ChartImage(
                chart, new Picture(name, Picture.PictureType.SVG, canvas.svg(width, height), width, height));
    }

    private static double pixels(Length length) {
        return length.points().doubleValue() * PIXELS_PER_POINT;
    }
}
