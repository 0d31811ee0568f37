/** Compares a report with that of the year before. */
@NullMarked
package org.nianbao.check.years;

import org.jspecify.annotations.NullMarked;
