/** Pages on which text and rules are drawn: finds their tables and paragraphs. */
@NullMarked
package org.nianbao.foreign.layout;

import org.jspecify.annotations.NullMarked;
