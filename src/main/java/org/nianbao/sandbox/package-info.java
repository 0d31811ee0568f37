/** Work that must come to an end. */
@NullMarked
package org.nianbao.sandbox;

import org.jspecify.annotations.NullMarked;
