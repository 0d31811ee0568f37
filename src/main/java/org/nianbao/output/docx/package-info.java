/** The page as DOCX; the only package that knows docx4j. */
@NullMarked
package org.nianbao.output.docx;

import org.jspecify.annotations.NullMarked;
