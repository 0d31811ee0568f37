/** Adds up the reports of units into that of the whole. */
@NullMarked
package org.nianbao.aggregate;

import org.jspecify.annotations.NullMarked;
