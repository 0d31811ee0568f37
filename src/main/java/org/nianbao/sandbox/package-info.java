/** Runs untrusted work with limits. */
@NullMarked
package org.nianbao.sandbox;

import org.jspecify.annotations.NullMarked;
