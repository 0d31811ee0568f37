package org.nianbao.form;

/**
 * A cell in a sum.
 *
 * @param cell of the form
 * @param minus whether it is subtracted
 */
public record CellTerm(FormCell cell, boolean minus) {}
