package org.nianbao.command;

import org.nianbao.problem.Ink;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/** The colours of a terminal. Every part is also told apart by its words. */
final class Colours {
    static final Ink INK = (part, words) -> {
        IStyle[] styles = styles(part);
        return Style.on(styles) + words + Style.off(styles);
    };

    private Colours() {}

    private static IStyle[] styles(Ink.Part part) {
        return switch (part) {
            case PLACE -> new IStyle[] {Style.bold};
            case ERROR, CARET -> new IStyle[] {Style.bold, Style.fg_red};
            case WARNING -> new IStyle[] {Style.bold, Style.fg_yellow};
            case HINT -> new IStyle[] {Style.bold, Style.fg_cyan};
            case WAY_OUT -> new IStyle[] {Style.fg_green};
        };
    }
}
