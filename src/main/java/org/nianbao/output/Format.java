package org.nianbao.output;

import org.nianbao.page.Page;
import org.nianbao.page.Picture;

/** An output format. Implementations are thread-safe. */
@FunctionalInterface
public interface Format {
    /**
     * Writes a page. The same page and properties give the same bytes.
     *
     * @return the file
     * @throws UndrawableContent if this format cannot draw something on the page
     */
    byte[] write(Page page, DocumentInfo info);

    /**
     * Draws an SVG picture on trial, as {@link #write} does. What this throws, {@code write} would throw.
     *
     * @throws UndrawableContent if this format cannot draw it; the drawing library may throw other exceptions
     */
    default void tryOut(Picture svg) {}
}
