package org.nianbao.problem;

/** The source line of a place with a caret under the value, cut to the width of a terminal. */
final class Excerpt {
    /** In columns of a terminal, of which a Chinese character takes two. */
    private static final int WIDTH = 96;

    private static final String ELLIPSIS = "…";

    private Excerpt() {}

    static String of(Place place, Ink ink) {
        Stretch stretch = Stretch.around(place, WIDTH);
        String number = String.format("%5d", place.line());
        String lead = stretch.cutBefore() ? ELLIPSIS : "";
        String shown = Message.seen((stretch.before() + stretch.marked() + stretch.after()).replace('\t', ' '))
                .stripTrailing();
        String text = lead + shown + (stretch.cutAfter() ? ELLIPSIS : "");
        int indent = lead.length() + Stretch.columns(stretch.before());
        int carets = Math.max(1, Stretch.columns(stretch.marked()));
        return (number + " | " + text).stripTrailing() + "\n" + " ".repeat(number.length()) + " | " + " ".repeat(indent)
                + ink.on(Ink.Part.CARET, "^".repeat(carets)) + "\n";
    }
}
