/** Writes the page as one self-contained HTML file. */
@NullMarked
package org.nianbao.output.html;

import org.jspecify.annotations.NullMarked;
