package org.nianbao.form;

import java.util.List;

/**
 * A table of the form.
 *
 * @param caption that a screen reader reads aloud
 * @param widths of the columns, relative to one another
 * @param small whether it is set in the small size
 * @param landscape whether it is set on landscape pages
 * @param breaks whether it is longer than a page and may break anywhere
 * @param blocks from top to bottom; in a block with fewer columns the last one is wider
 */
public record Table(
        String caption, List<Double> widths, boolean small, boolean landscape, boolean breaks, List<Block> blocks) {
    public Table {
        widths = List.copyOf(widths);
        blocks = List.copyOf(blocks);
    }
}
