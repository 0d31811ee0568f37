/** Serves the reports of a folder to browsers on this computer: a form, its YAML and its page. */
@NullMarked
package org.nianbao.serve;

import org.jspecify.annotations.NullMarked;
