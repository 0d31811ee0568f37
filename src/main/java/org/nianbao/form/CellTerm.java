package org.nianbao.form;

/** A cell of the form in a sum; {@code minus} if it is subtracted. */
public record CellTerm(FormCell cell, boolean minus) {}
