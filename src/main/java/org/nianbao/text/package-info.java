/** Prose as a reader has it: paragraphs, sentences, numbers. */
@NullMarked
package org.nianbao.text;

import org.jspecify.annotations.NullMarked;
