/** Fits words and tables of a page into its lines and cells. */
@NullMarked
package org.nianbao.fit;

import org.jspecify.annotations.NullMarked;
