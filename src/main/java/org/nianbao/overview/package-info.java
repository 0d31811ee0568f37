/** How far the collecting of reports has come. */
@NullMarked
package org.nianbao.overview;

import org.jspecify.annotations.NullMarked;
