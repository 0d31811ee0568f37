package org.nianbao.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.nianbao.diagnostic.Message;
import org.nianbao.form.ChartSpec;

/**
 * Reads the charts that a form offers.
 *
 * @param sections the keys of its sections
 * @param sums of its cells
 */
record ChartSpecReader(MappingReader form, List<String> sections, CellSums sums) {
    /** The limit of columns per year; more cannot be distinguished. */
    private static final int MOST_BY_YEAR = 4;

    List<ChartSpec> read() {
        List<ChartSpec> charts = new ArrayList<>();
        form.open("charts").forEach((key, item) -> charts.add(chart(key, item)));
        return charts;
    }

    private ChartSpec chart(String key, YamlNode item) {
        MappingReader of = form.of(item, Set.of("title", "kind", "section", "unit", "parts"), Set.of());
        ChartSpec.Layout layout = of.oneOf("kind", ChartSpec.Layout.class).orElse(ChartSpec.Layout.BARS);
        String section = of.name("section", sections).orElse("");
        List<ChartSpec.SeriesSpec> series = series(of, layout);
        return new ChartSpec(
                key,
                of.text("title").orElse(""),
                layout,
                section,
                of.text("unit").orElse(""),
                CellSums.type(
                        series.stream().flatMap(one -> one.terms().stream()).toList()),
                series);
    }

    private List<ChartSpec.SeriesSpec> series(MappingReader chart, ChartSpec.Layout layout) {
        List<ChartSpec.SeriesSpec> series = new ArrayList<>();
        chart.open("parts").forEach((name, item) -> {
            if (item.text().isBlank()) {
                form.wrong(item, name, Message.of("a-text"));
            }
            series.add(new ChartSpec.SeriesSpec(name, sums.terms(item)));
        });
        int most = layout == ChartSpec.Layout.YEARS ? MOST_BY_YEAR : Integer.MAX_VALUE;
        if (chart.has("parts") && (series.isEmpty() || series.size() > most)) {
            chart.wrong("parts", Message.of("parts-of-a-chart", MOST_BY_YEAR));
        }
        return series;
    }
}
