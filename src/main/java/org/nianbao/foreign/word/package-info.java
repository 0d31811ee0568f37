/** Reads DOCX; the only package besides {@code foreign.excel} that uses jsoup for XML. */
@NullMarked
package org.nianbao.foreign.word;

import org.jspecify.annotations.NullMarked;
