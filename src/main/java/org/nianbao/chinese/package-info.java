/** Simplified and Traditional Chinese; the only package that uses opencc4j. */
@NullMarked
package org.nianbao.chinese;

import org.jspecify.annotations.NullMarked;
