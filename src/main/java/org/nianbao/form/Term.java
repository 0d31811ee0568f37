package org.nianbao.form;

/**
 * A row or a column in an equation.
 *
 * @param path of the leaf
 * @param minus whether it is subtracted
 * @param lastYear whether its figure is that of last year's report
 */
public record Term(String path, boolean minus, boolean lastYear) {

    /** A leaf of this year's report that is added. */
    public static Term plus(String path) {
        return new Term(path, false, false);
    }

    /** Whether it adds that leaf of this year's report. */
    public boolean adds(String leaf) {
        return path.equals(leaf) && !minus && !lastYear;
    }
}
