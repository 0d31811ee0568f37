package org.nianbao.problem;

import java.util.LinkedHashMap;
import java.util.Map;

/** Where each part of a report was written, by its dotted path. */
public final class Places {
    private final Source source;
    private final Map<String, Span> spans = new LinkedHashMap<>();

    /** No place is known yet but the file itself. */
    public Places(Source source) {
        this.source = source;
    }

    private record Span(int start, int end) {}

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
        spans.put(path, new Span(start, end));
    }

    /** Whether this very part was written. */
    public boolean has(String path) {
        return spans.containsKey(path);
    }

    /** The place of a part or, if it was left out, of the nearest part around it. */
    public Place of(String path) {
        Span span = around(path);
        return source.between(span.start(), span.end());
    }

    /** The place of the first {@code words} inside a part or, where they do not stand so, of the part. */
    public Place of(String path, String words) {
        Span span = around(path);
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
    public Place within(String path, String text, int start, int end) {
        Span span = around(path);
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

    private Span around(String path) {
        for (String at = path; ; at = at.substring(0, at.lastIndexOf('.'))) {
            Span span = spans.get(at);
            if (span != null) {
                return span;
            }
            if (at.indexOf('.') < 0) {
                return new Span(0, 0);
            }
        }
    }
}
