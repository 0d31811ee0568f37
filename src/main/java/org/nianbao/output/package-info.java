/** The output folder and the interface and tools shared by all formats. */
@NullMarked
package org.nianbao.output;

import org.jspecify.annotations.NullMarked;
