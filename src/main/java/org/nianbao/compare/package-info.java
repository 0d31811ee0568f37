/** The differences between reports. */
@NullMarked
package org.nianbao.compare;

import org.jspecify.annotations.NullMarked;
