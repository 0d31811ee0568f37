/** The report and the form it fills. */
@NullMarked
package org.nianbao.report;

import org.jspecify.annotations.NullMarked;
