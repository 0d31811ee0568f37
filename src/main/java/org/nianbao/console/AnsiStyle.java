package org.nianbao.console;

/** The colours of a terminal (ECMA-48, SGR). Every part is also told apart by its words. */
public final class AnsiStyle {
    public static final TextStyle INK = (part, words) -> "\u001B[" + codes(part) + "m" + words + "\u001B[0m";

    private AnsiStyle() {}

    private static String codes(TextStyle.Token part) {
        return switch (part) {
            case PLACE -> "1"; // bold
            case ERROR, CARET -> "1;31"; // bold red
            case WARNING -> "1;33"; // bold yellow
            case HINT -> "1;36"; // bold cyan
            case HELP -> "32"; // green
        };
    }
}
