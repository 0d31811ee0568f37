/** Page measures, fonts and text styles. */
@NullMarked
package org.nianbao.typography;

import org.jspecify.annotations.NullMarked;
