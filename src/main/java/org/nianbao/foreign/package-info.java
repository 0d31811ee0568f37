/** Documents that other programs wrote: their paragraphs and tables. */
@NullMarked
package org.nianbao.foreign;

import org.jspecify.annotations.NullMarked;
