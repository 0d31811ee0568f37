package org.nianbao.page;

import java.util.regex.Pattern;

/** Accepts links to web pages and mailboxes whose addresses cannot mislead the reader. */
public final class Links {
    /** Letters, digits, dots and hyphens. No user name before an @, because readers would take it for the host. */
    private static final String HOST = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]{0,250}[\\p{L}\\p{N}])?";

    private static final String REST = "[^\\s\"<>\\\\\\p{Cc}\\p{Cf}]*";

    private static final Pattern SAFE = Pattern.compile("(?i)https?://" + HOST + "(?::[0-9]{1,5})?(?:[/?#]" + REST
            + ")?|mailto:[\\p{L}\\p{N}._+-]{1,64}@" + HOST + "(?:\\?subject=[^&\\s\"<>\\\\\\p{Cc}\\p{Cf}]*)?");

    private Links() {}

    /** Whether a link may have this target. */
    public static boolean isSafe(String address) {
        return SAFE.matcher(address).matches();
    }
}
