/** Writes the page as OFD (GB/T 33190-2016), converted from the PDF. */
@NullMarked
package org.nianbao.output.ofd;

import org.jspecify.annotations.NullMarked;
