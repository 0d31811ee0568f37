/** Writes inputs to fill in. */
@NullMarked
package org.nianbao.blank;

import org.jspecify.annotations.NullMarked;
