/** Reads the pictures of an input and proves that each format can draw them. */
@NullMarked
package org.nianbao.picture;

import org.jspecify.annotations.NullMarked;
