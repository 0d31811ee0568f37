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
 * @param sheet name of the sheet that the table is, in a workbook; else empty
 */
public record Place(int page, int table, int row, int column, int paragraph, String sheet) implements Message {
    private static final int ALPHABET = 26;

    /** A cell of a table. */
    public static Place cell(int page, int table, int row, int column) {
        return new Place(page, table, row, column, 0, "");
    }

    /** A cell of a workbook. */
    public static Place cell(String sheet, int table, int row, int column) {
        return new Place(0, table, row, column, 0, sheet);
    }

    /** A paragraph outside tables. */
    public static Place paragraph(int page, int paragraph) {
        return new Place(page, 0, 0, 0, paragraph, "");
    }

    /** The letters of a column of a workbook, from 1: A, B … Z, AA. */
    public static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / ALPHABET) {
            letters.insert(0, (char) ('A' + (rest - 1) % ALPHABET));
        }
        return letters.toString();
    }

    @Override
    public String in(Locale locale) {
        if (!sheet.isEmpty()) {
            return sheet + "!" + letters(column) + row;
        }
        String where = table > 0
                ? Message.of("place-cell", table, row, column).in(locale)
                : Message.of("place-paragraph", paragraph).in(locale);
        return page > 0 ? Message.of("place-page", page, where).in(locale) : where;
    }
}
