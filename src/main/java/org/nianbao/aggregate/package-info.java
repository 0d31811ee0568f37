/** Adds reports up: the report of a whole from those of its units. */
@NullMarked
package org.nianbao.aggregate;

import org.jspecify.annotations.NullMarked;
