/** The JSON Schema of an input, for editors. */
@NullMarked
package org.nianbao.schema;

import org.jspecify.annotations.NullMarked;
