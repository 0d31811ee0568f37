/** Prose as a reader has it: paragraphs, sentences, numbers. */
@NullMarked
package org.nianbao.prose;

import org.jspecify.annotations.NullMarked;
