/** Reads DOCX, and the binary format of Word 97; the only package that uses POI. */
@NullMarked
package org.nianbao.foreign.word;

import org.jspecify.annotations.NullMarked;
