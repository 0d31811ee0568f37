/** Compares a report's figures and facts with its form. */
@NullMarked
package org.nianbao.check.form;

import org.jspecify.annotations.NullMarked;
