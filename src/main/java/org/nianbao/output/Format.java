package org.nianbao.output;

import org.nianbao.page.Page;

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
}
