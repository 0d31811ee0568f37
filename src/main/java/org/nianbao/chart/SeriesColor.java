package org.nianbao.chart;

import java.util.List;
import java.util.Locale;

/**
 * The colours of series. They can be distinguished with any colour vision (Okabe, Ito: Color Universal Design, 2008), by
 * lightness in a black-and-white print, and by hatching, which alternates.
 */
enum SeriesColor {
    BLUE(0x0072B2, false),
    ORANGE(0xE69F00, true),
    BLACK(0x000000, false),
    YELLOW(0xF0E442, true);

    /** In the order of the series. */
    static final List<SeriesColor> PALETTE = List.of(values());

    private final int rgb;
    private final boolean hatched;

    SeriesColor(int rgb, boolean hatched) {
        this.rgb = rgb;
        this.hatched = hatched;
    }

    /** In CSS notation. */
    String colour() {
        return String.format(Locale.ROOT, "#%06x", rgb);
    }

    /** Whether lines are drawn over it. */
    boolean hatched() {
        return hatched;
    }
}
