/** Writes a form as a workbook to fill in, in XLSX. */
@NullMarked
package org.nianbao.workbook;

import org.jspecify.annotations.NullMarked;
