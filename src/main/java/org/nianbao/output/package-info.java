/** Puts files into the output folder, whole or not at all. */
@NullMarked
package org.nianbao.output;

import org.jspecify.annotations.NullMarked;
