package org.nianbao.foreign.layout;

import org.nianbao.foreign.TableGrid;
import org.nianbao.foreign.UnreadableDocument;

/** A table of a page. */
interface PageTable {
    /** Where it begins, in points from the top. */
    double top();

    /** Where it ends, in points from the top. */
    double bottom();

    /**
     * Its cells.
     *
     * @param page from 1
     * @param number of the table in the document, from 1
     */
    TableGrid grid(int page, int number) throws UnreadableDocument;
}
