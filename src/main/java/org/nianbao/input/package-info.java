/** Reads what people write; the only package that knows YAML. */
@NullMarked
package org.nianbao.input;

import org.jspecify.annotations.NullMarked;
