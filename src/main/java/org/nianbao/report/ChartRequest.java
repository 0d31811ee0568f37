package org.nianbao.report;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nianbao.form.Cell;
import org.nianbao.form.ChartSpec;

/**
 * A chart that a report shows.
 *
 * @param diagram of the form
 * @param section key of the section that it stands in
 * @param earlier of a chart of years: the figures of years before the report's, by the name of the part
 */
public record ChartRequest(ChartSpec diagram, String section, SortedMap<Integer, Map<String, Cell>> earlier) {
    /** As many earlier years as a chart has room for. */
    public static final int MOST_YEARS = 10;

    public ChartRequest {
        earlier = Collections.unmodifiableSortedMap(new TreeMap<>(earlier));
    }
}
