package org.nianbao.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.nianbao.diagnostic.Message;
import org.nianbao.form.ChartSpec;
import org.nianbao.form.Section;

/** Reads the charts that a form offers. */
final class ChartSpecReader {
    /** The limit of columns for each year that can be told apart. */
    private static final int MOST_BY_YEAR = 4;

    private final MappingReader form;
    private final List<String> sections;
    private final CellSums sums;

    ChartSpecReader(MappingReader form, List<Section> sections, CellSums sums) {
        this.form = form;
        this.sections = sections.stream().map(Section::key).toList();
        this.sums = sums;
    }

    List<ChartSpec> read() {
        List<ChartSpec> charts = new ArrayList<>();
        form.open("charts").forEach((key, item) -> charts.add(chart(key, item)));
        return charts;
    }

    private ChartSpec chart(String key, YamlNode item) {
        MappingReader of = form.of(item, Set.of("title", "kind", "section", "unit", "parts"), Set.of());
        ChartSpec.Layout layout = of.oneOf("kind", ChartSpec.Layout.class).orElse(ChartSpec.Layout.BARS);
        String section = of.text("section").orElse("");
        of.value("section")
                .filter(named -> !sections.contains(section))
                .ifPresent(named -> form.unknownName(section, sections, named));
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
