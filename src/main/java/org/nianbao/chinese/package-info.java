/** The two scripts of Chinese; the only package that knows opencc4j. */
@NullMarked
package org.nianbao.chinese;

import org.jspecify.annotations.NullMarked;
