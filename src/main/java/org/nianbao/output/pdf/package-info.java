/** Writes the page as PDF; the only package that uses openhtmltopdf. */
@NullMarked
package org.nianbao.output.pdf;

import org.jspecify.annotations.NullMarked;
