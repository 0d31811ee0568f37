package org.nianbao.page;

import java.util.regex.Pattern;

/** Marks that may not begin or end a line (GB/T 15834-2011, 5.1), in all formats alike. */
public final class LineEdges {
    /** Marks that never begin a line. */
    public static final String NEVER_FIRST = "，。、；：？！”’）》〉】〕」』｝］·•‧・～〜~–％";

    /** Marks that never end a line. */
    public static final String NEVER_LAST = "“‘（《〈【〔「『｛［";

    /** Those of {@link #NEVER_FIRST} before which browsers end a line (UAX 14, class AL or ID), and a dash between two words. */
    public static final Pattern CONNECTOR = Pattern.compile("[·•‧・～〜~–]|(?<=[^—\\s])—(?!—)");

    private LineEdges() {}
}
