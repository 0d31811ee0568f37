/** Writes inputs that are still to be filled in. */
@NullMarked
package org.nianbao.blank;

import org.jspecify.annotations.NullMarked;
