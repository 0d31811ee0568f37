/** What differs between reports. */
@NullMarked
package org.nianbao.compare;

import org.jspecify.annotations.NullMarked;
