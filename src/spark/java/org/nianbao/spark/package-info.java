/** Renders the inputs of a whole country with Apache Spark. */
@NullMarked
package org.nianbao.spark;

import org.jspecify.annotations.NullMarked;
