package org.nianbao.console;

import java.util.Locale;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.SourceSpan;

/** A problem as a terminal shows it. */
public final class SnippetText {
    /** In columns of a terminal, of which a Chinese character takes two. */
    private static final int WIDTH = 96;

    private static final String ELLIPSIS = "…";

    private SnippetText() {}

    /**
     * Place, severity, id and fact on the first line, then the source line with a caret under the value, then the places
     * that belong to it, a line each, then the way out. Lines end in {@code \n}.
     */
    public static String told(Diagnostic problem, Locale locale, TextStyle ink) {
        StringBuilder text = new StringBuilder();
        problem.place()
                .ifPresent(at ->
                        text.append(ink.on(TextStyle.Token.PLACE, at + ":")).append(' '));
        String name = Message.of(problem.severity().written()).in(locale) + " " + problem.id() + ":";
        text.append(ink.on(TextStyle.Token.of(problem.severity()), name))
                .append(' ')
                .append(problem.fact().in(locale))
                .append('\n');
        problem.place().ifPresent(at -> text.append(of(at, ink)));
        for (Diagnostic.Related other : problem.related()) {
            text.append("    ")
                    .append(ink.on(TextStyle.Token.PLACE, other.place() + ":"))
                    .append(' ')
                    .append(other.words().in(locale))
                    .append('\n');
        }
        problem.wayOut()
                .ifPresent(way -> text.append("    ")
                        .append(ink.on(
                                TextStyle.Token.WAY_OUT, Message.of("way-out").in(locale)))
                        .append(way.in(locale))
                        .append('\n'));
        return text.toString();
    }

    /** The source line with a caret under the value, cut to the width of a terminal. */
    private static String of(SourceSpan place, TextStyle ink) {
        Snippet stretch = Snippet.around(place, WIDTH);
        String number = String.format("%5d", place.line());
        String lead = stretch.cutBefore() ? ELLIPSIS : "";
        String shown = Message.seen((stretch.before() + stretch.marked() + stretch.after()).replace('\t', ' '))
                .stripTrailing();
        String text = lead + shown + (stretch.cutAfter() ? ELLIPSIS : "");
        int indent = lead.length() + Snippet.columns(stretch.before());
        int carets = Math.max(1, Snippet.columns(stretch.marked()));
        return (number + " | " + text).stripTrailing() + "\n" + " ".repeat(number.length()) + " | " + " ".repeat(indent)
                + ink.on(TextStyle.Token.CARET, "^".repeat(carets)) + "\n";
    }
}
