/** Fills the page; the only package that knows FreeMarker. */
@NullMarked
package org.nianbao.template;

import org.jspecify.annotations.NullMarked;
