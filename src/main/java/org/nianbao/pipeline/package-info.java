/** Takes one input all the way. */
@NullMarked
package org.nianbao.pipeline;

import org.jspecify.annotations.NullMarked;
