package org.nianbao.foreign;

/** What no report exceeds; a larger document is refused before it costs time or memory. */
public final class Limits {
    /** Of a file, in bytes. */
    public static final int FILE = 64 << 20;

    /** Of an unpacked part of a file, in bytes. */
    public static final int PART = 64 << 20;

    /** Of a cell, in rows or columns. */
    public static final int SPAN = 200;

    /** Of a document, in cells of all tables. */
    public static final int CELLS = 100_000;

    /** Of a table, in fields of its grid: a cell over two rows and three columns covers six. */
    public static final int FIELDS = 1_000_000;

    /** Of a document, in pages. */
    public static final int PAGES = 500;

    /** Of a picture, in bytes of its file. */
    public static final int PICTURE = 8 << 20;

    /** Of all pictures of a document, in bytes of their files. */
    public static final int PICTURES = 4 * PICTURE;

    /** Of a picture, in pixels. */
    public static final int PIXELS = 16_000_000;

    private Limits() {}
}
