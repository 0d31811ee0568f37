package org.nianbao.foreign;

import java.util.Locale;
import org.nianbao.diagnostic.Message;

/**
 * A place in a document, as people count; 0 is unknown or none.
 *
 * @param page from 1
 * @param table number of the table in the document, from 1; 0 in a paragraph
 * @param row of the table, from 1
 * @param column of the table, from 1
 * @param paragraph outside tables, from 1
 */
public record Place(int page, int table, int row, int column, int paragraph) implements Message {
    /** A cell of a table. */
    public static Place cell(int page, int table, int row, int column) {
        return new Place(page, table, row, column, 0);
    }

    /** A paragraph outside tables. */
    public static Place paragraph(int page, int paragraph) {
        return new Place(page, 0, 0, 0, paragraph);
    }

    @Override
    public String in(Locale locale) {
        String where = table > 0
                ? Message.of("place-cell", table, row, column).in(locale)
                : Message.of("place-paragraph", paragraph).in(locale);
        return page > 0 ? Message.of("place-page", page, where).in(locale) : where;
    }
}
