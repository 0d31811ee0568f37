package org.nianbao.console;

import java.util.Locale;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.SourceSpan;

/** Formats a diagnostic for a terminal. */
public final class DiagnosticText {
    /** In columns of a terminal; a Chinese character takes two. */
    private static final int WIDTH = 96;

    private static final String ELLIPSIS = "…";

    private DiagnosticText() {}

    /**
     * Place, severity, id and fact; the source line with a caret under the value; a line for each related place; help.
     * Lines end in {@code \n}.
     */
    public static String of(Diagnostic diagnostic, Locale locale, TextStyle style) {
        StringBuilder text = new StringBuilder();
        diagnostic
                .span()
                .ifPresent(span -> text.append(place(span, locale, style)).append(' '));
        String name = Message.of(diagnostic.severity().written()).in(locale) + " " + diagnostic.id() + ":";
        text.append(style.apply(TextStyle.Token.of(diagnostic.severity()), name))
                .append(' ')
                .append(diagnostic.fact().in(locale))
                .append('\n');
        diagnostic.span().ifPresent(span -> text.append(excerpt(span, style)));
        for (Diagnostic.Related other : diagnostic.related()) {
            text.append("    ")
                    .append(place(other.span(), locale, style))
                    .append(' ')
                    .append(other.words().in(locale))
                    .append('\n');
        }
        return text.append("    ")
                .append(style.apply(TextStyle.Token.HELP, Message.of("help").in(locale)))
                .append(diagnostic.help().in(locale))
                .append('\n')
                .toString();
    }

    private static String place(SourceSpan span, Locale locale, TextStyle style) {
        return style.apply(TextStyle.Token.PLACE, span.lead(locale) + ":");
    }

    /** The source line with a caret under the value, cut to the width of a terminal. */
    private static String excerpt(SourceSpan span, TextStyle style) {
        Snippet snippet = Snippet.around(span, WIDTH);
        String number = span.origin().isPresent() ? " ".repeat(5) : String.format("%5d", span.line());
        String lead = snippet.cutBefore() ? ELLIPSIS : "";
        String shown = Message.seen((snippet.before() + snippet.marked() + snippet.after()).replace('\t', ' '))
                .stripTrailing();
        String text = lead + shown + (snippet.cutAfter() ? ELLIPSIS : "");
        int indent = lead.length() + Snippet.columns(snippet.before());
        int carets = Math.max(1, Snippet.columns(snippet.marked()));
        return (number + " | " + text).stripTrailing() + "\n" + " ".repeat(number.length()) + " | " + " ".repeat(indent)
                + style.apply(TextStyle.Token.CARET, "^".repeat(carets)) + "\n";
    }
}
