/** The page as PDF; the only package that knows openhtmltopdf. */
@NullMarked
package org.nianbao.output.pdf;

import org.jspecify.annotations.NullMarked;
