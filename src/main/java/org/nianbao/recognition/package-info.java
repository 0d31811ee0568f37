/** Finds the sections, tables and facts of a form in the document of another program. */
@NullMarked
package org.nianbao.recognition;

import org.jspecify.annotations.NullMarked;
