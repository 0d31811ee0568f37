/** A form that somebody has filled in. */
@NullMarked
package org.nianbao.report;

import org.jspecify.annotations.NullMarked;
