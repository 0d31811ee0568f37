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
     * that belong to it, a line each, then the help. Lines end in {@code \n}.
     */
    public static String told(Diagnostic diagnostic, Locale locale, TextStyle ink) {
        StringBuilder text = new StringBuilder();
        diagnostic
                .place()
                .ifPresent(at ->
                        text.append(ink.on(TextStyle.Token.PLACE, at + ":")).append(' '));
        String name = Message.of(diagnostic.severity().written()).in(locale) + " " + diagnostic.id() + ":";
        text.append(ink.on(TextStyle.Token.of(diagnostic.severity()), name))
                .append(' ')
                .append(diagnostic.fact().in(locale))
                .append('\n');
        diagnostic.place().ifPresent(at -> text.append(of(at, ink)));
        for (Diagnostic.Related other : diagnostic.related()) {
            text.append("    ")
                    .append(ink.on(TextStyle.Token.PLACE, other.place() + ":"))
                    .append(' ')
                    .append(other.words().in(locale))
                    .append('\n');
        }
        diagnostic
                .help()
                .ifPresent(way -> text.append("    ")
                        .append(ink.on(TextStyle.Token.HELP, Message.of("help").in(locale)))
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
