/** Fills templates; the only package that uses FreeMarker. */
@NullMarked
package org.nianbao.template;

import org.jspecify.annotations.NullMarked;
