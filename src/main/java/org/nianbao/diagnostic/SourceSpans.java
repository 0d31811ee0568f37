package org.nianbao.diagnostic;

import java.util.LinkedHashMap;
import java.util.Map;

/** The places of the parts of a report, by dotted path. A part that was left out has the place of the nearest part around it. */
public final class SourceSpans {
    private final Source source;
    private final Map<String, Offsets> spans = new LinkedHashMap<>();

    public SourceSpans(Source source) {
        this.source = source;
    }

    private record Offsets(int start, int end) {}

    public Source source() {
        return source;
    }

    /** Adds a part between two UTF-16 offsets. */
    public void put(String path, int start, int end) {
        spans.put(path, new Offsets(start, end));
    }

    /** Whether this part itself was typed. */
    public boolean has(String path) {
        return spans.containsKey(path);
    }

    /** The UTF-16 offset of a part. */
    public int start(String path) {
        return around(path).start();
    }

    /** The UTF-16 offset behind a part. */
    public int end(String path) {
        return around(path).end();
    }

    public SourceSpan of(String path) {
        Offsets span = around(path);
        return source.between(span.start(), span.end());
    }

    /** The span of the first {@code words} in a part; if there are none, of the part. */
    public SourceSpan of(String path, String words) {
        Offsets span = around(path);
        return source.find(words, span.start(), span.end());
    }

    /**
     * The span of a part of a value. Indentation and quotation marks, which YAML removes, are skipped.
     *
     * @param text the whole value as read
     * @param start UTF-16 offset in it
     * @param end UTF-16 offset behind the part
     */
    public SourceSpan within(String path, String text, int start, int end) {
        Offsets span = around(path);
        String all = source.text();
        int at = span.start();
        int from = span.start();
        for (int i = 0; i < end; i++, at++) {
            while (at < span.end() && all.charAt(at) != text.charAt(i)) {
                at++;
            }
            if (at >= span.end()) {
                return source.between(span.start(), span.end());
            }
            from = i == start ? at : from;
        }
        return source.between(from, at);
    }

    /** Starts to search a part for words, one after another. */
    public Search search(String path) {
        Offsets span = around(path);
        return new Search(span.start(), span.end());
    }

    /** A search from the start of a part on. */
    public final class Search {
        /** Misses after which the search ends: the value is typed with escapes, or in joined lines. */
        private static final int MOST_MISSES = 20;

        private final int start;
        private final int end;
        private int from;
        private int misses;

        private Search(int start, int end) {
            this.start = start;
            this.end = end;
            this.from = start;
        }

        /** The span of the next such words; if there are none, of the part. */
        public SourceSpan next(String words) {
            int at = misses < MOST_MISSES ? source.text().indexOf(words, from) : -1;
            int behind = at + words.length();
            if (at < 0 || behind > end) {
                at = misses < MOST_MISSES ? spaced(words) : -1;
                behind = at < 0 ? -1 : behind(words, at);
            }
            if (at < 0) {
                misses++;
                return source.between(start, end);
            }
            from = behind;
            return source.between(at, from);
        }

        /** Where the words begin with more blanks between them than they have; -1 if nowhere. */
        private int spaced(String words) {
            for (int at = from; at < end && !words.isEmpty(); at++) {
                if (source.text().charAt(at) == words.charAt(0) && behind(words, at) >= 0) {
                    return at;
                }
            }
            return -1;
        }

        /** The offset behind the words at an offset, blanks between them skipped; -1 if they are not there. */
        private int behind(String words, int at) {
            int next = at;
            for (int i = 0; i < words.length(); i++, next++) {
                while (next < end
                        && source.text().charAt(next) != words.charAt(i)
                        && isBlank(source.text().charAt(next))) {
                    next++;
                }
                if (next >= end || source.text().charAt(next) != words.charAt(i)) {
                    return -1;
                }
            }
            return next;
        }

        private static boolean isBlank(char c) {
            return Character.isWhitespace(c) || Character.isSpaceChar(c);
        }
    }

    private Offsets around(String path) {
        for (String at = path; ; at = at.substring(0, at.lastIndexOf('.'))) {
            Offsets span = spans.get(at);
            if (span != null) {
                return span;
            }
            if (at.indexOf('.') < 0) {
                return new Offsets(0, 0);
            }
        }
    }
}
