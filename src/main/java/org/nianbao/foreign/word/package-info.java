/** Reads DOCX. */
@NullMarked
package org.nianbao.foreign.word;

import org.jspecify.annotations.NullMarked;
