package org.nianbao.output.docx;

import org.nianbao.typography.Typography.TextRole;

/** The ids of styles (ECMA-376 Part 1, 17.7.4.17), as in {@code styles.xml}. Word does not show them. */
final class StyleIds {
    static final String NORMAL = "Normal";
    static final String LIST = "ListParagraph";
    static final String SIGNATURE = "Signature";
    static final String DATE = "Date";
    static final String NOTE = "TableNote";
    static final String EMPHASIS = "Emphasis";
    static final String LINK = "Hyperlink";
    static final String TABLE_GRID = "TableGrid";

    private StyleIds() {}

    /** The paragraph style of a role. */
    static String of(TextRole role) {
        return switch (role) {
            case TITLE -> "Title";
            case HEADING_1 -> "Heading1";
            case HEADING_2 -> "Heading2";
            case HEADING_3 -> "Heading3";
            case HEADING_4 -> "Heading4";
            case BODY -> "BodyText";
            case TABLE -> "TableText";
            case TABLE_SMALL -> "TableTextSmall";
            case CAPTION -> "Caption";
            case PAGE_NUMBER -> "Footer";
        };
    }

    /** The character style of a run-in heading, linked to the paragraph style of that heading. */
    static String runIn(TextRole heading) {
        return of(heading) + "Char";
    }
}
