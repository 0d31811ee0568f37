package org.nianbao.workbook;

import java.util.regex.Pattern;
import org.nianbao.form.Cell;

/** The known content of a cell as it is written into a workbook. */
final class Content {
    /** A cell that is blank on purpose, as in an input; an empty one is not filled in yet. */
    private static final String BLANK = "~";

    /** What a program shows as it was typed; of other numbers it would change the digits. */
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]*[1-9])?");

    /** Of a number, in digits, that a program keeps. */
    private static final int DIGITS = 15;

    private Content() {}

    static String of(Cell cell, String note) {
        String text = cell.equals(Cell.BLANK) ? BLANK : cell.text();
        return note.isEmpty() ? text : text + "（" + note + "）";
    }

    /** Prose; empty text is blank on purpose. */
    static String of(String prose) {
        return prose.isEmpty() ? BLANK : prose;
    }

    static boolean isNumber(String text) {
        return text.length() <= DIGITS && NUMBER.matcher(text).matches();
    }
}
