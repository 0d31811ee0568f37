package org.nianbao.overview;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A file that came in.
 *
 * @param file as the person typed it
 * @param title what it is; empty where that cannot be read
 * @param findings what is wrong with it
 * @param figures the key figures of its form, by name
 * @param documents what was made of it, by format
 */
public record Delivery(
        String file,
        Optional<Title> title,
        FindingCounts findings,
        Map<String, FigureSummary> figures,
        Map<String, String> documents) {
    /** @param documents the address of each, seen from the page */
    public Delivery {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        documents = Collections.unmodifiableMap(new LinkedHashMap<>(documents));
    }
}
