package org.nianbao.diagnostic;

import java.util.LinkedHashMap;
import java.util.Map;

/** Where each part of a report was written, by its dotted path. */
public final class SourceSpans {
    private final Source source;
    private final Map<String, Offsets> spans = new LinkedHashMap<>();

    /** No place is known yet but the file itself. */
    public SourceSpans(Source source) {
        this.source = source;
    }

    private record Offsets(int start, int end) {}

    /** The text. */
    public Source source() {
        return source;
    }

    /**
     * Remembers where a part was written.
     *
     * @param path dotted
     * @param start offset of its first character, in UTF-16 units from 0
     * @param end offset behind its last character
     */
    public void put(String path, int start, int end) {
        spans.put(path, new Offsets(start, end));
    }

    /** Whether this very part was written. */
    public boolean has(String path) {
        return spans.containsKey(path);
    }

    /** Where a part begins, in UTF-16 units from 0; of one that was left out, where the nearest part around it does. */
    public int start(String path) {
        return around(path).start();
    }

    /** Offset behind the last character of the same. */
    public int end(String path) {
        return around(path).end();
    }

    /** The place of a part or, if it was left out, of the nearest part around it. */
    public SourceSpan of(String path) {
        Offsets span = around(path);
        return source.between(span.start(), span.end());
    }

    /** The place of the first {@code words} inside a part or, where they do not stand so, of the part. */
    public SourceSpan of(String path, String words) {
        Offsets span = around(path);
        return source.find(words, span.start(), span.end());
    }

    /**
     * The place of a stretch of a text that was written at a path. YAML takes indentation and quotation marks away; they
     * are skipped.
     *
     * @param text as it was read, all of it
     * @param start offset of the first character in it, in UTF-16 units from 0
     * @param end offset behind the last one
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

    /** Looks through a part for words that follow one another. */
    public Search search(String path) {
        Offsets span = around(path);
        return new Search(span.start(), span.end());
    }

    /** A look through a part of the text, from its start on. */
    public final class Search {
        /** So many times in vain, and the words are not written as they are read: with escapes, or joined lines. */
        private static final int PATIENCE = 20;

        private final int start;
        private final int end;
        private int from;
        private int misses;

        private Search(int start, int end) {
            this.start = start;
            this.end = end;
            this.from = start;
        }

        /** The place of the next such words behind those found before or, where there are none, of the part. */
        public SourceSpan next(String words) {
            int at = misses < PATIENCE ? source.text().indexOf(words, from) : -1;
            if (at < 0 || at + words.length() > end) {
                misses++;
                return source.between(start, end);
            }
            from = at + words.length();
            return source.between(at, from);
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
