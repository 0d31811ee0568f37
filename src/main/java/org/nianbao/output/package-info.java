/** The output folder and what all formats share. */
@NullMarked
package org.nianbao.output;

import org.jspecify.annotations.NullMarked;
