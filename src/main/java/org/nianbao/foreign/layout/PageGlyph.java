package org.nianbao.foreign.layout;

/**
 * Characters that are drawn as one glyph. Places are in points from the upper left corner of the page as it is read.
 *
 * @param text the characters
 * @param font its name without that of a subset
 * @param x where it begins
 * @param end where it ends
 * @param y of the baseline
 * @param size the height of the font
 * @param block the tagged block that it is in
 */
public record PageGlyph(String text, String font, double x, double end, double y, double size, TaggedBlock block) {
    double middle() {
        return (x + end) / 2;
    }
}
