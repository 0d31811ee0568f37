/** Reads XLSX. */
@NullMarked
package org.nianbao.foreign.excel;

import org.jspecify.annotations.NullMarked;
