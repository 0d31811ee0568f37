/** The page as OFD (GB/T 33190-2016), from the pages of a finished PDF. */
@NullMarked
package org.nianbao.output.ofd;

import org.jspecify.annotations.NullMarked;
