package org.nianbao.output;

import org.nianbao.page.Page;

/** A kind of file that a page can become. Implementations may be used by several threads at once. */
public interface Format {
    /** The file name's ending, without the dot. */
    String extension();

    /**
     * Makes the whole file in memory. The same page and stamp give the same bytes.
     *
     * @return the bytes of the file
     * @throws UndrawableContent if the page holds what this format cannot draw
     */
    byte[] write(Page page, DocumentInfo stamp);
}
