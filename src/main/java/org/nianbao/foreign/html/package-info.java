/** Reads HTML, as a government site publishes it or a browser saves it; with jsoup. */
@NullMarked
package org.nianbao.foreign.html;

import org.jspecify.annotations.NullMarked;
