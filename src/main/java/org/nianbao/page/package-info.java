/** The page, ready to be written in any format. */
@NullMarked
package org.nianbao.page;

import org.jspecify.annotations.NullMarked;
