package org.nianbao.chart;

import org.nianbao.font.Fonts;
import org.nianbao.page.Picture;
import org.nianbao.typography.Length;
import org.nianbao.typography.Typography;

/**
 * A drawn chart, as wide as the text. The picture is SVG that contains only paths, with text as outlines of the documents'
 * fonts, so it looks the same in every format and on every machine. The same chart gives the same bytes.
 *
 * @param picture without the title
 */
public record ChartImage(Chart chart, Picture picture) {
    private static final double PIXELS_PER_POINT = 96 / 72.0;

    /**
     * Draws a chart.
     *
     * @param name of the picture on its page
     * @param typography whose style of small tables the text has
     * @param fonts of the typography
     */
    public static ChartImage of(Chart chart, String name, Typography typography, Fonts fonts) {
        Typography.Style style = typography.style(Typography.TextRole.TABLE_SMALL);
        TextOutlines outlines = new TextOutlines(fonts.chain(style.font()), pixels(style.size()));
        Typography.Paper paper = typography.paper();
        int width = (int) (pixels(paper.width()) - pixels(paper.left()) - pixels(paper.right()));
        Canvas canvas = new Canvas(outlines);
        int height = chart.kind() == Chart.ChartKind.YEARS
                ? new ColumnChart(chart, outlines, width).draw(canvas)
                : new BarChart(chart, outlines, width).draw(canvas);
        return new ChartImage(
                chart, new Picture(name, Picture.PictureType.SVG, canvas.svg(width, height), width, height));
    }

    private static double pixels(Length length) {
        return length.points().doubleValue() * PIXELS_PER_POINT;
    }
}
