package org.nianbao.output.docx;

import org.nianbao.typography.Typography.TextRole;

/** What paragraphs and runs call their styles (ECMA-376 Part 1, 17.7.4.17). Nobody sees these names. */
final class StyleIds {
    static final String NORMAL = "Normal";
    static final String LIST = "ListParagraph";
    static final String SIGNATURE = "Signature";
    static final String DATE = "Date";
    static final String HEADER = "Header";
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

    /** The character style of a run-in heading: the twin that Word links to the heading's paragraph style. */
    static String runIn(TextRole heading) {
        return of(heading) + "Char";
    }
}
