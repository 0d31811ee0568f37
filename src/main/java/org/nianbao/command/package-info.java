/** What a person types, a file a verb; the only package that knows picocli. */
@NullMarked
package org.nianbao.command;

import org.jspecify.annotations.NullMarked;
