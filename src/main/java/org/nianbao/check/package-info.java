/** What the checks of a report share: what they look at, how findings are weighed. */
@NullMarked
package org.nianbao.check;

import org.jspecify.annotations.NullMarked;
