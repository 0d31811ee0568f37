package org.nianbao.chart;

import java.math.BigDecimal;
import java.util.Optional;

/** Draws a group of columns for each category, from left to right, with their figures and its name. */
final class ColumnChart {
    private final Chart chart;
    private final TextOutlines outlines;
    private final double width;
    private final double em;

    ColumnChart(Chart chart, TextOutlines outlines, int width) {
        this.chart = chart;
        this.outlines = outlines;
        this.width = width;
        this.em = outlines.size();
    }

    /** Draws the chart and returns its height. */
    int draw(Canvas canvas) {
        double top = em / 2;
        if (chart.series().size() > 1) {
            legend(canvas, top);
            top += em * 2;
        }
        int groups = chart.categories().size();
        double group = Math.min(em * 10, width / groups);
        double left = (width - group * groups) / 2;
        double column = Math.min(em * 3, group * 0.76 / chart.series().size());
        double widest = chart.series().stream()
                .flatMap(series -> series.figures().stream().flatMap(Optional::stream))
                .mapToDouble(figure -> outlines.width(figure.toPlainString()))
                .max()
                .orElse(0);
        boolean upright = widest + em * 0.3 <= (chart.series().size() > 1 ? column : group);
        double base = top + (upright ? em * 1.25 : widest + em / 2) + em * 12;
        double scale = em * 12 / chart.max().doubleValue();
        for (int c = 0; c < groups; c++) {
            double middle = left + group * (c + 0.5);
            canvas.text(chart.categories().get(c), middle, base + em * 1.4, Canvas.Anchor.MIDDLE);
            if (isUnknown(c)) {
                canvas.text(chart.noData(), middle, base - em / 3, Canvas.Anchor.MIDDLE);
                continue;
            }
            for (int s = 0; s < chart.series().size(); s++) {
                double x = middle + column * (s - chart.series().size() / 2.0);
                Optional<BigDecimal> figure = chart.series().get(s).figures().get(c);
                if (figure.isPresent()) {
                    double height = figure.get().doubleValue() * scale;
                    canvas.fill(SeriesColor.PALETTE.get(s), x + column * 0.04, base - height, column * 0.92, height);
                    label(canvas, figure.get(), x + column / 2, base - height - em / 3, upright);
                } else {
                    canvas.textUpwards(chart.noData(), x + column / 2, base - em / 3);
                }
            }
        }
        canvas.line(left, base, width - left, base);
        return (int) Math.ceil(base + em * 2);
    }

    /** Whether no series has a figure for a category. */
    private boolean isUnknown(int category) {
        return chart.series().stream()
                .allMatch(series -> series.figures().get(category).isEmpty());
    }

    private static void label(Canvas canvas, BigDecimal figure, double x, double y, boolean upright) {
        if (upright) {
            canvas.text(figure.toPlainString(), x, y, Canvas.Anchor.MIDDLE);
        } else {
            canvas.textUpwards(figure.toPlainString(), x, y);
        }
    }

    private void legend(Canvas canvas, double top) {
        double whole = -em * 1.5;
        for (Chart.Series series : chart.series()) {
            whole += entry(series);
        }
        double x = (width - whole) / 2;
        for (int s = 0; s < chart.series().size(); s++) {
            Chart.Series series = chart.series().get(s);
            canvas.fill(SeriesColor.PALETTE.get(s), x, top, em * 2, em);
            canvas.text(series.name(), x + em * 2.5, top + em / 2 + outlines.capHeight() / 2, Canvas.Anchor.START);
            x += entry(series);
        }
    }

    /** The width of a series in the legend, with the space after it. */
    private double entry(Chart.Series series) {
        return em * 4 + outlines.width(series.name());
    }
}
