/** An official form: its sections, tables, cells and rules. */
@NullMarked
package org.nianbao.form;

import org.jspecify.annotations.NullMarked;
