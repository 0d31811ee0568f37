package org.nianbao.typography;

import java.util.BitSet;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A set of characters, written as the {@code unicode-range} of a font in CSS (CSS Fonts Module Level 4, 4.5).
 *
 * @param css for example {@code U+20-7E, U+A5}
 * @param characters the code points; not to be changed
 */
public record UnicodeRange(String css, BitSet characters) {
    private static final Pattern RANGE = Pattern.compile("U\\+([0-9A-F]{1,5})(?:-([0-9A-F]{1,5}))?");
    private static final Pattern RANGES = Pattern.compile(RANGE + "(?:, *" + RANGE + ")*");

    /** Parses ranges separated by commas, without wildcards; empty if they have another form. */
    public static Optional<UnicodeRange> parse(String css) {
        if (!RANGES.matcher(css).matches()) {
            return Optional.empty();
        }
        BitSet characters = new BitSet();
        for (MatchResult range : RANGE.matcher(css).results().toList()) {
            int first = Integer.parseInt(range.group(1), 16);
            int last = range.group(2) == null ? first : Integer.parseInt(range.group(2), 16);
            if (last < first) {
                return Optional.empty();
            }
            characters.set(first, last + 1);
        }
        return Optional.of(new UnicodeRange(css, characters));
    }

    /** Whether the set contains a code point. */
    public boolean contains(int codePoint) {
        return characters.get(codePoint);
    }
}
