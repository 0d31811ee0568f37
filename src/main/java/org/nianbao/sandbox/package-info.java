/** Stops untrusted work that takes too long or too much memory. */
@NullMarked
package org.nianbao.sandbox;

import org.jspecify.annotations.NullMarked;
