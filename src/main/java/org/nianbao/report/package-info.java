/** A filled-in form. */
@NullMarked
package org.nianbao.report;

import org.jspecify.annotations.NullMarked;
