/** The layout of diagnostics on a terminal. */
@NullMarked
package org.nianbao.console;

import org.jspecify.annotations.NullMarked;
