package org.nianbao.page;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rejects style sheets that would fetch something or end the element that contains them. */
final class StyleSheetCheck {
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?(?:\\*/|$)");
    /** CSS Syntax Level 3, 4.3.7. */
    private static final Pattern ESCAPE =
            Pattern.compile("\\\\(?:([0-9a-fA-F]{1,6})[ \\t\\r\\n\\f]?|\\r?\\n|([^0-9a-fA-F]))");

    private static final Pattern FORBIDDEN =
            Pattern.compile("(?=[usiceUSICE@<-])(?i:(?:url|src|image|image-set|cross-fade|element|expression)\\s*\\("
                    + "|@import|@font-face|@namespace|<[/!?][a-z-]*|-moz-binding)");

    private StyleSheetCheck() {}

    /** Throws if a style sheet contains forbidden CSS, even escaped or split by comments. */
    static void check(String style) throws Page.MalformedPage {
        String plain = ESCAPE.matcher(style).replaceAll(match -> Matcher.quoteReplacement(character(match)));
        for (String text :
                new LinkedHashSet<>(List.of(style, plain, COMMENT.matcher(plain).replaceAll("")))) {
            Matcher found = FORBIDDEN.matcher(text);
            if (found.find()) {
                throw new Page.MalformedPage(Page.MalformedPage.Fault.FETCHING_STYLE, found.group(), 0);
            }
        }
    }

    private static String character(MatchResult escape) {
        if (escape.group(1) == null) {
            return escape.group(2) == null ? "" : escape.group(2);
        }
        int code = Integer.parseInt(escape.group(1), 16);
        return Character.isValidCodePoint(code) ? Character.toString(code) : "\uFFFD";
    }
}
