/** Reads plain text. */
@NullMarked
package org.nianbao.foreign.plain;

import org.jspecify.annotations.NullMarked;
