/** The fonts of documents. */
@NullMarked
package org.nianbao.font;

import org.jspecify.annotations.NullMarked;
