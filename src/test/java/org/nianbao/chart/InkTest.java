package org.nianbao.chart;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
@DisplayName("Series are told apart without colour")
class InkTest {
    @Test
    void anyTwoInksDifferInLightnessOnABlackAndWhitePrint() {
        for (SeriesColor one : SeriesColor.PALETTE) {
            for (SeriesColor other : SeriesColor.PALETTE) {
                double apart = Math.abs(lightness(one) - lightness(other));
                assertTrue(one == other || apart > 15, one + " and " + other + ": " + apart);
            }
        }
    }

    @Test
    void inksThatStandSideBySideDifferInHatchingToo() {
        for (int i = 1; i < SeriesColor.PALETTE.size(); i++) {
            assertTrue(SeriesColor.PALETTE.get(i).hatched()
                    != SeriesColor.PALETTE.get(i - 1).hatched());
        }
    }

    /** CIE 1976 lightness, 0 to 100. */
    private static double lightness(SeriesColor ink) {
        int rgb = Integer.parseInt(ink.colour().substring(1), 16);
        double luminance = 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
        return luminance > 0.008856 ? 116 * Math.cbrt(luminance) - 16 : 903.3 * luminance;
    }

    private static double linear(int channel) {
        double value = (channel & 0xff) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
