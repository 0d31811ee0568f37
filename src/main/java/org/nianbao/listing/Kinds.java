package org.nianbao.listing;

import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kinds of lists, by the name that people type. */
final class Kinds {
    private static final Map<String, Kind> KINDS = kinds();

    private Kinds() {}

    /** How a list of a kind begins. */
    interface Kind {
        Listing begin(Writer out, Listing.Settings settings) throws IOException;
    }

    static List<String> names() {
        return List.copyOf(KINDS.keySet());
    }

    static Kind named(String name) {
        return Optional.ofNullable(KINDS.get(name)).orElseThrow(() -> new IllegalArgumentException(name));
    }

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        kinds.put("text", TextListing::new);
        kinds.put("json", JsonListing::new);
        kinds.put("sarif", SarifListing::new);
        kinds.put("html", HtmlListing::new);
        return kinds;
    }
}
