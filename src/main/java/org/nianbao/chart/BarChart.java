package org.nianbao.chart;

import java.math.BigDecimal;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Draws a horizontal bar for each category, from top to bottom, with its name and its figure. */
final class BarChart {
    /** The part of the width that a name may take before it is wrapped. */
    private static final double NAME_WIDTH = 0.35;

    private final Chart chart;
    private final TextOutlines outlines;
    private final double width;
    private final double em;
    private final double leading;

    BarChart(Chart chart, TextOutlines outlines, int width) {
        this.chart = chart;
        this.outlines = outlines;
        this.width = width;
        this.em = outlines.size();
        this.leading = em * 1.25;
    }

    /** Draws the chart and returns its height. */
    int draw(Canvas canvas) {
        List<List<String>> names = chart.categories().stream().map(this::lines).toList();
        List<Optional<BigDecimal>> figures = chart.series().get(0).figures();
        double left = em
                + names.stream()
                        .flatMap(List::stream)
                        .mapToDouble(outlines::width)
                        .max()
                        .orElse(0);
        double right = em;
        BigDecimal all = BigDecimal.ZERO;
        for (int i = 0; i < figures.size(); i++) {
            right = Math.max(right, em + outlines.width(label(i)));
            all = all.add(figures.get(i).orElse(BigDecimal.ZERO));
        }
        boolean shares = chart.kind() == Chart.ChartKind.SHARES;
        double room = width - left - right;
        double scale = room / (shares ? all : chart.max()).doubleValue();
        double y = em / 2;
        double top = y;
        for (int i = 0; i < names.size(); i++) {
            double height = names.get(i).size() * leading + em * 0.75;
            double middle = y + height / 2;
            double thickness = em * 1.25;
            double length = figures.get(i).map(BigDecimal::doubleValue).orElse(0.0) * scale;
            name(canvas, names.get(i), left - em / 2, middle);
            if (shares) {
                canvas.track(left, middle - thickness / 2, room, thickness);
            }
            canvas.fill(SeriesColor.BLUE, left, middle - thickness / 2, length, thickness);
            double end = shares ? left + room : left + length;
            canvas.text(label(i), end + em / 2, middle + outlines.capHeight() / 2, Canvas.Anchor.START);
            y += height;
        }
        canvas.line(left, top, left, y);
        return (int) Math.ceil(y + em / 2);
    }

    private void name(Canvas canvas, List<String> lines, double x, double middle) {
        double y = middle + outlines.capHeight() / 2 - (lines.size() - 1) * leading / 2;
        for (String line : lines) {
            canvas.text(line, x, y, Canvas.Anchor.END);
            y += leading;
        }
    }

    private String label(int category) {
        Optional<BigDecimal> figure = chart.series().get(0).figures().get(category);
        String share = chart.kind() == Chart.ChartKind.SHARES ? "（" + chart.share(category) + "）" : "";
        return figure.map(number -> number.toPlainString() + share).orElse(chart.noData());
    }

    /** Wraps a name by the line breaking rules of Chinese. */
    private List<String> lines(String name) {
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.CHINA);
        breaks.setText(name);
        List<String> lines = new ArrayList<>();
        int start = 0;
        int end = 0;
        for (int next = breaks.next(); next != BreakIterator.DONE; next = breaks.next()) {
            if (end > start && outlines.width(name.substring(start, next)) > width * NAME_WIDTH) {
                lines.add(name.substring(start, end));
                start = end;
            }
            end = next;
        }
        lines.add(name.substring(start));
        return lines;
    }
}
