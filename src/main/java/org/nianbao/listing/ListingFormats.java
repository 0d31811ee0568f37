package org.nianbao.listing;

import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kinds of lists, by the name that people type. */
final class ListingFormats {
    private static final Map<String, ListingFormat> KINDS = kinds();

    private ListingFormats() {}

    /** How a list of a kind begins. */
    interface ListingFormat {
        Listing begin(Writer out, Listing.ListingSettings settings) throws IOException;
    }

    static List<String> names() {
        return List.copyOf(KINDS.keySet());
    }

    static ListingFormat named(String name) {
        return Optional.ofNullable(KINDS.get(name)).orElseThrow(() -> new IllegalArgumentException(name));
    }

    private static Map<String, ListingFormat> kinds() {
        Map<String, ListingFormat> kinds = new LinkedHashMap<>();
        kinds.put("text", TextListing::new);
        kinds.put("json", JsonListing::new);
        kinds.put("sarif", SarifListing::new);
        kinds.put("html", HtmlListing::new);
        return kinds;
    }
}
