/** A report's figures, for machines. */
@NullMarked
package org.nianbao.figures;

import org.jspecify.annotations.NullMarked;
