package org.nianbao.page;

import java.util.regex.Pattern;

/** Where a link may lead: to a page of the web or to a mailbox, and to the one that a reader takes it for. */
public final class Links {
    /** Letters, digits, dots, hyphens: no user before an @, for what stands there looks like the host. */
    private static final String HOST = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]{0,250}[\\p{L}\\p{N}])?";

    private static final String REST = "[^\\s\"<>\\\\\\p{Cc}\\p{Cf}]*";

    private static final Pattern SAFE = Pattern.compile("(?i)https?://" + HOST + "(?::[0-9]{1,5})?(?:[/?#]" + REST
            + ")?" + "|mailto:[\\p{L}\\p{N}._+-]{1,64}@" + HOST + "(?:\\?subject=[^&\\s\"<>\\\\\\p{Cc}\\p{Cf}]*)?");

    private Links() {}

    /** Whether a link may lead there. */
    public static boolean isSafe(String address) {
        return SAFE.matcher(address).matches();
    }
}
