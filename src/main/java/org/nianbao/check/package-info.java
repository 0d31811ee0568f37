/** Holds a report against its form's identities. */
@NullMarked
package org.nianbao.check;

import org.jspecify.annotations.NullMarked;
