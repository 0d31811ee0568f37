/** Reads OFD (GB/T 33190-2016). */
@NullMarked
package org.nianbao.foreign.ofd;

import org.jspecify.annotations.NullMarked;
