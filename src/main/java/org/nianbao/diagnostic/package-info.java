/** Something in a file that a person can fix: severity, span, message, help. */
@NullMarked
package org.nianbao.diagnostic;

import org.jspecify.annotations.NullMarked;
