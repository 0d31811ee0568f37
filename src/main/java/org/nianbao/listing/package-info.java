/** Lists the findings of a check, for people and for machines. */
@NullMarked
package org.nianbao.listing;

import org.jspecify.annotations.NullMarked;
