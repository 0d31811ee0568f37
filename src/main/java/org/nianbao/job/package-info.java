/** Takes one input all the way. */
@NullMarked
package org.nianbao.job;

import org.jspecify.annotations.NullMarked;
