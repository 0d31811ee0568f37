/** The way of one report from its input to its documents. */
@NullMarked
package org.nianbao.pipeline;

import org.jspecify.annotations.NullMarked;
