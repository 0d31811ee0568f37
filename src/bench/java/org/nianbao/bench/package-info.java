/** Measures speed, memory and scale, on synthetic reports. */
@NullMarked
package org.nianbao.bench;

import org.jspecify.annotations.NullMarked;
