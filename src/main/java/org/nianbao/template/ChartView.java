package org.nianbao.template;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nianbao.chart.Chart;
import org.nianbao.chart.ChartImage;

/**
 * A chart on a page: its picture, and its figures for those who cannot see it.
 *
 * @param src name of the picture on the page
 * @param names of the series
 */
@TemplateData
public record ChartView(
        String src, String title, String unit, Chart.ChartKind kind, List<String> names, List<ChartRow> rows) {
    /**
     * The figures of a category.
     *
     * @param figures one for each series; empty text where it is unknown
     * @param share of the category in the whole, such as {@code 33.3%}, in a chart of shares
     */
    @TemplateData
    public record ChartRow(String name, List<String> figures, Optional<String> share) {}

    static ChartView of(ChartImage image) {
        Chart chart = image.chart();
        return new ChartView(
                image.picture().name(),
                chart.title(),
                chart.unit(),
                chart.kind(),
                chart.series().stream().map(Chart.Series::name).toList(),
                IntStream.range(0, chart.categories().size())
                        .mapToObj(category -> row(chart, category))
                        .toList());
    }

    private static ChartRow row(Chart chart, int category) {
        return new ChartRow(
                chart.categories().get(category),
                chart.series().stream()
                        .map(series -> series.figures()
                                .get(category)
                                .map(BigDecimal::toPlainString)
                                .orElse(""))
                        .toList(),
                Optional.of(chart)
                        .filter(one -> one.kind() == Chart.ChartKind.SHARES)
                        .map(one -> one.share(category)));
    }
}
