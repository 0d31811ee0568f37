package org.nianbao.report;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nianbao.form.Cell;
import org.nianbao.form.ChartSpec;

/**
 * A chart requested by an input.
 *
 * @param spec of the form
 * @param section key of the section that it is in
 * @param earlier figures of earlier years, by year and name of the series; empty unless it is a chart of years
 */
public record ChartRequest(ChartSpec spec, String section, SortedMap<Integer, Map<String, Cell>> earlier) {
    /** The maximum number of earlier years in a chart. */
    public static final int MOST_YEARS = 10;

    public ChartRequest {
        earlier = Collections.unmodifiableSortedMap(new TreeMap<>(earlier));
    }
}
