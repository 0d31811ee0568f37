package org.nianbao.form;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A chart that a form offers. Its figures come from the tables; those of earlier years an input types.
 *
 * @param key what an input calls it
 * @param title what stands below it
 * @param kind how it is drawn
 * @param section where it stands unless an input says otherwise
 * @param unit what the figures count
 * @param type of the figures of earlier years
 * @param parts what there is a figure of: parts of a whole, kinds, or figures that each year has
 */
public record ChartSpec(
        String key, String title, Layout kind, String section, String unit, CellType type, List<SeriesSpec> parts) {
    public ChartSpec {
        parts = List.copyOf(parts);
    }

    /** How it is drawn. */
    public enum Layout {
        /** Parts of a whole. */
        SHARES,
        /** Kinds of things, side by side. */
        BARS,
        /** Figures year by year. */
        YEARS
    }

    /**
     * A figure of the chart.
     *
     * @param name what it is called in the chart
     * @param terms cells that are summed up
     */
    public record SeriesSpec(String name, List<CellTerm> terms) {
        public SeriesSpec {
            terms = List.copyOf(terms);
        }
    }

    /** The names of the parts, in order. */
    public List<String> names() {
        return parts.stream().map(SeriesSpec::name).toList();
    }

    /** The keys of the sections that the figures come from. */
    public Set<String> sources() {
        return parts.stream()
                .flatMap(part -> part.terms().stream())
                .map(term -> term.cell().path().section())
                .collect(Collectors.toSet());
    }
}
