/** Reads PDF: tables from the rules that are drawn, text from its places. */
@NullMarked
package org.nianbao.foreign.pdf;

import org.jspecify.annotations.NullMarked;
