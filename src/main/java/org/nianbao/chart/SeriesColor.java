package org.nianbao.chart;

import java.util.List;

/**
 * The colours of series. They can be distinguished with any colour vision (Okabe, Ito: Color Universal Design, 2008), by
 * lightness in a black-and-white print, and by hatching, which alternates.
 */
enum SeriesColor {
    BLUE("#0072b2", false),
    ORANGE("#e69f00", true),
    BLACK("#000000", false),
    YELLOW("#f0e442", true);

    /** In the order of the series. */
    static final List<SeriesColor> PALETTE = List.of(values());

    private final String colour;
    private final boolean hatched;

    SeriesColor(String colour, boolean hatched) {
        this.colour = colour;
        this.hatched = hatched;
    }

    /** In CSS notation. */
    String colour() {
        return colour;
    }

    /** Whether lines are drawn over it. */
    boolean hatched() {
        return hatched;
    }
}
