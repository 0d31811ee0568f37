/** An input that is still to be filled in. */
@NullMarked
package org.nianbao.blank;

import org.jspecify.annotations.NullMarked;
