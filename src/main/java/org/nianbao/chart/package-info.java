/** Draws charts. */
@NullMarked
package org.nianbao.chart;

import org.jspecify.annotations.NullMarked;
