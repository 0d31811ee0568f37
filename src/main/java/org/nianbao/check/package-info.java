/** What all checks share: the report they examine, and the verdict on their findings. */
@NullMarked
package org.nianbao.check;

import org.jspecify.annotations.NullMarked;
