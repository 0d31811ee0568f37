/** Something a person can fix: where, what, how. */
@NullMarked
package org.nianbao.problem;

import org.jspecify.annotations.NullMarked;
