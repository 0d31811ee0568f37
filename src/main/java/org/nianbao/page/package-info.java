/** The page, ready to become any format. */
@NullMarked
package org.nianbao.page;

import org.jspecify.annotations.NullMarked;
