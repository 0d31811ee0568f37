/** Reads HTML. */
@NullMarked
package org.nianbao.foreign.html;

import org.jspecify.annotations.NullMarked;
