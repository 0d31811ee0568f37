/** Regular expressions of forms, whose work is limited. */
@NullMarked
package org.nianbao.expression;

import org.jspecify.annotations.NullMarked;
