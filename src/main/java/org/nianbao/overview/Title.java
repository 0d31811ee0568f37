package org.nianbao.overview;

/**
 * What a report is.
 *
 * @param form the name of its form
 * @param edition of the form
 * @param inForce whether that is an edition for its year
 * @param agency whose report it is
 * @param aggregate whether it sums up others
 * @param year that it is about
 */
public record Title(String form, int edition, boolean inForce, String agency, boolean aggregate, int year) {}
