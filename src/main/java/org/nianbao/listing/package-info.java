/** Lists what was found in a run, for people or for machines. */
@NullMarked
package org.nianbao.listing;

import org.jspecify.annotations.NullMarked;
