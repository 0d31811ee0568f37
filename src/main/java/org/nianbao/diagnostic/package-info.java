/** Problems that users can fix: severity, place, message, help. */
@NullMarked
package org.nianbao.diagnostic;

import org.jspecify.annotations.NullMarked;
