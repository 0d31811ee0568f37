/** Measures how fast, how large, how far. */
@NullMarked
package org.nianbao.bench;

import org.jspecify.annotations.NullMarked;
