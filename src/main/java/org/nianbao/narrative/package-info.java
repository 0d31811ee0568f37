/** Turns the prose that people write into blocks of the page. */
@NullMarked
package org.nianbao.narrative;

import org.jspecify.annotations.NullMarked;
