package org.nianbao.listing;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The formats of lists, by the name that users type. */
enum ListingFormats {
    TEXT(TextListing::new),
    JSON(JsonListing::new),
    SARIF(SarifListing::new),
    HTML(HtmlListing::new);

    @SuppressWarnings("ImmutableEnumChecker") // constructors hold no state
    private final ListingFormat format;

    ListingFormats(ListingFormat format) {
        this.format = format;
    }

    /** Begins a list. */
    interface ListingFormat {
        Listing begin(Writer out, Listing.ListingSettings settings) throws IOException;
    }

    static List<String> names() {
        return Arrays.stream(values())
                .map(format -> format.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    static ListingFormat named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT)).format;
    }
}
