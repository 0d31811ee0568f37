/** Writes the page as DOCX; the only package that uses docx4j. */
@NullMarked
package org.nianbao.output.docx;

import org.jspecify.annotations.NullMarked;
