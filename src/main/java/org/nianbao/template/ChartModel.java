package org.nianbao.template;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.nianbao.chart.Chart;
import org.nianbao.chart.ChartImage;

/** A chart as data for a template: its picture, and its figures for those who cannot see it. */
final class ChartModel {
    private ChartModel() {}

    /**
     * {@code src}, {@code title}, {@code unit}, {@code kind}, {@code names} (of the series) and {@code rows}. A row has
     * a {@code name}, {@code figures} (one for each series, empty text where it is not known) and, of shares, a
     * {@code share}.
     */
    static Map<String, Object> of(ChartImage drawing) {
        Chart chart = drawing.chart();
        return Map.of(
                "src", drawing.picture().name(),
                "title", chart.title(),
                "unit", chart.unit(),
                "kind", chart.kind().name().toLowerCase(Locale.ROOT),
                "names", chart.series().stream().map(Chart.Series::name).toList(),
                "rows",
                        IntStream.range(0, chart.categories().size())
                                .mapToObj(category -> row(chart, category))
                                .toList());
    }

    private static Map<String, Object> row(Chart chart, int category) {
        List<String> figures = chart.series().stream()
                .map(series -> series.figures()
                        .get(category)
                        .map(BigDecimal::toPlainString)
                        .orElse(""))
                .toList();
        String name = chart.categories().get(category);
        return chart.kind() == Chart.ChartKind.SHARES
                ? Map.of("name", name, "figures", figures, "share", chart.share(category))
                : Map.of("name", name, "figures", figures);
    }
}
