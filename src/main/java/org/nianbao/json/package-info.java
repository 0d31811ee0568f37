/** Reads and writes JSON; the only package that uses Jackson. */
@NullMarked
package org.nianbao.json;

import org.jspecify.annotations.NullMarked;
