package org.nianbao.form;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A chart that a form offers. Its figures come from the tables; those of earlier years are typed in the input.
 *
 * @param key in an input
 * @param title printed below the chart
 * @param layout how it is drawn
 * @param section that it is in unless an input names another
 * @param unit of the figures
 * @param type of the figures of earlier years
 * @param series the figures: parts of a whole, kinds, or the figures of each year
 */
public record ChartSpec(
        String key, String title, Layout layout, String section, String unit, CellType type, List<SeriesSpec> series) {
    public ChartSpec {
        series = List.copyOf(series);
    }

    /** How a chart is drawn. */
    public enum Layout {
        /** Parts of a whole. */
        SHARES,
        /** A bar for each kind. */
        BARS,
        /** Figures year by year. */
        YEARS
    }

    /** A figure of the chart: its name, and the cells that are added up. */
    public record SeriesSpec(String name, List<CellTerm> terms) {
        public SeriesSpec {
            terms = List.copyOf(terms);
        }
    }

    /** The names of the series, in order. */
    public List<String> names() {
        return series.stream().map(SeriesSpec::name).toList();
    }

    /** The keys of the sections that the figures come from. */
    public Set<String> sections() {
        return series.stream()
                .flatMap(one -> one.terms().stream())
                .map(term -> term.cell().path().section())
                .collect(Collectors.toSet());
    }
}
