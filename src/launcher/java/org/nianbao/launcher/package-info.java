/** What {@code mvn} does with the compiled program: makes its class-data archive and renders the inputs. */
@NullMarked
package org.nianbao.launcher;

import org.jspecify.annotations.NullMarked;
