package org.nianbao.foreign.layout;

/**
 * A rule, in points.
 *
 * @param horizontal whether it is, and not vertical
 * @param at its y if it is horizontal, its x if not
 * @param from where it begins
 * @param to where it ends, not before it begins
 */
public record RuledLine(boolean horizontal, double at, double from, double to) {}
