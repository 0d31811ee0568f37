/** The measures a page is set in. */
@NullMarked
package org.nianbao.typography;

import org.jspecify.annotations.NullMarked;
