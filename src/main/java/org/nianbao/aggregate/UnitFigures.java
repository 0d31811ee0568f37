package org.nianbao.aggregate;

/**
 * A unit whose report counts.
 *
 * @param name of the unit
 * @param group that it is in; empty if it is in none
 * @param file how messages call its report
 * @param figures of its report
 */
public record UnitFigures(String name, String group, String file, FigureValues figures) {}
