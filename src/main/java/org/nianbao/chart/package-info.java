/** Draws figures as pictures. */
@NullMarked
package org.nianbao.chart;

import org.jspecify.annotations.NullMarked;
