/** Prose as a reader sees it: paragraphs, sentences, numbers. */
@NullMarked
package org.nianbao.text;

import org.jspecify.annotations.NullMarked;
