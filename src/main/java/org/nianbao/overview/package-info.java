/** The state of a collection of reports. */
@NullMarked
package org.nianbao.overview;

import org.jspecify.annotations.NullMarked;
