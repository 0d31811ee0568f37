package org.nianbao.form;

import java.util.List;

/**
 * A table of the form.
 *
 * @param caption what it is called, for people who cannot see it
 * @param widths of the drawn columns, in parts of the whole
 * @param small whether it is set in the small size
 * @param breaks whether it is too long for a page, so that nobody tries to keep it on one
 * @param blocks from top to bottom; a block with fewer columns widens its last one
 */
public record Table(String caption, List<Double> widths, boolean small, boolean breaks, List<Block> blocks) {
    public Table {
        widths = List.copyOf(widths);
        blocks = List.copyOf(blocks);
    }
}
