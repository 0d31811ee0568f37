package org.nianbao.chart;

import java.util.List;
import java.util.Locale;

/**
 * What a series is drawn in: colours that people with any colour vision tell apart (Okabe, Ito: Color Universal Design,
 * 2008), so far from one another in lightness that a black-and-white print keeps them apart, and hatched by turns.
 */
enum SeriesColor {
    BLUE(0x0072B2, false),
    ORANGE(0xE69F00, true),
    BLACK(0x000000, false),
    YELLOW(0xF0E442, true);

    /** One for each series, in order. */
    static final List<SeriesColor> INKS = List.of(values());

    private final int rgb;
    private final boolean hatched;

    SeriesColor(int rgb, boolean hatched) {
        this.rgb = rgb;
        this.hatched = hatched;
    }

    /** As CSS writes it. */
    String colour() {
        return String.format(Locale.ROOT, "#%06x", rgb);
    }

    /** Whether lines run over it. */
    boolean hatched() {
        return hatched;
    }
}
