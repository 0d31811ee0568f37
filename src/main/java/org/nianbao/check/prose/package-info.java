/** Compares a report's prose with its tables, its year and the rules of its form. */
@NullMarked
package org.nianbao.check.prose;

import org.jspecify.annotations.NullMarked;
