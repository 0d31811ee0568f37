/** Reads YAML; the only package that uses SnakeYAML. */
@NullMarked
package org.nianbao.input;

import org.jspecify.annotations.NullMarked;
