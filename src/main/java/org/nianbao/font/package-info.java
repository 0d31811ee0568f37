/** The font files that documents are set in. */
@NullMarked
package org.nianbao.font;

import org.jspecify.annotations.NullMarked;
