/** Holds a report's figures and facts against its form. */
@NullMarked
package org.nianbao.check.form;

import org.jspecify.annotations.NullMarked;
