package org.nianbao.foreign.layout;

import java.util.List;

/**
 * What a page shows, without its ornaments.
 *
 * @param glyphs in any order
 * @param bullets that are drawn, each as a glyph; none in a tagged document
 * @param rules horizontal and vertical ones
 * @param pictures larger ones, in any order
 * @param height of the page, in points
 */
public record DrawnPage(
        List<PageGlyph> glyphs,
        List<PageGlyph> bullets,
        List<RuledLine> rules,
        List<DrawnPicture> pictures,
        double height) {}
