/** Work that must come to an end. */
@NullMarked
package org.nianbao.limit;

import org.jspecify.annotations.NullMarked;
