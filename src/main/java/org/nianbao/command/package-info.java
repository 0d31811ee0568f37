/** The commands; the only package that uses picocli. */
@NullMarked
package org.nianbao.command;

import org.jspecify.annotations.NullMarked;
