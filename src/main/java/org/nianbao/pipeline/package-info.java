/** Turns inputs into the documents of their reports. */
@NullMarked
package org.nianbao.pipeline;

import org.jspecify.annotations.NullMarked;
