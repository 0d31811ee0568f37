package org.nianbao.aggregate;

/**
 * A unit whose report counts.
 *
 * @param group empty if it is in none
 * @param file name of its report, as messages call it
 */
public record UnitFigures(String name, String group, String file, FigureValues figures) {}
