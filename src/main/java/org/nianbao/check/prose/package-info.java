/** Holds a report's prose against its tables, its year, its form's habits. */
@NullMarked
package org.nianbao.check.prose;

import org.jspecify.annotations.NullMarked;
