package org.nianbao.form;

/**
 * A figure in an equation.
 *
 * @param path of the figure: within a block's identity that of a leaf, else that of a cell
 * @param minus whether it is taken away
 * @param lastYear whether it is the figure of last year's report
 */
public record Term(String path, boolean minus, boolean lastYear) {

    /** A figure of this year that is added. */
    public static Term plus(String path) {
        return new Term(path, false, false);
    }
}
