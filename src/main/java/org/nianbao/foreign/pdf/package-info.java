/** Reads PDF. */
@NullMarked
package org.nianbao.foreign.pdf;

import org.jspecify.annotations.NullMarked;
