/** Turns prose into blocks of the page. */
@NullMarked
package org.nianbao.markdown;

import org.jspecify.annotations.NullMarked;
