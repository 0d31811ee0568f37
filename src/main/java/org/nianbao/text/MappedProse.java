package org.nianbao.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The prose of a section as a reader sees it: with quoted figures, without Markdown's marks, tables and pictures. A line is
 * a paragraph.
 *
 * @param paragraphs in order, without blank ones
 */
public record MappedProse(List<MappedText> paragraphs) {
    /** {@code {{path}}}: the figure or fact of that path. */
    public static final Pattern QUOTE = Pattern.compile("\\{\\{([^{}\\n]*)}}");

    public MappedProse {
        paragraphs = List.copyOf(paragraphs);
    }

    /**
     * Reads prose, in time proportional to its length.
     *
     * @param quoted finds the text of a path; a quote of an unknown path is left out
     */
    public static MappedProse of(String typed, Function<String, Optional<String>> quoted) {
        List<MappedText> paragraphs = new ArrayList<>();
        int start = 0;
        while (start <= typed.length()) {
            int feed = typed.indexOf('\n', start);
            int end = feed < 0 ? typed.length() : feed;
            String line = typed.substring(start, end).stripTrailing();
            String shown = line.strip();
            if (!shown.isEmpty() && !shown.startsWith("|") && !shown.startsWith("![")) {
                MappedText paragraph = new TypedLine(line, start, quoted).read();
                if (!paragraph.words().isBlank()) {
                    paragraphs.add(paragraph);
                }
            }
            start = end + 1;
        }
        return new MappedProse(paragraphs);
    }

    /** The sentences of all paragraphs, in order. */
    public List<MappedText> sentences() {
        return paragraphs.stream()
                .flatMap(paragraph -> paragraph.sentences().stream())
                .toList();
    }

    /** Reads one line. Of a link only its text is kept, of an escape only its character. */
    private static final class TypedLine {
        private static final String ESCAPED = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

        private final String line;
        private final int start;
        private final Function<String, Optional<String>> quoted;
        private final StringBuilder words;
        private final BitSet emphasis = new BitSet();
        private int[] origins;

        TypedLine(String line, int start, Function<String, Optional<String>> quoted) {
            this.line = line;
            this.start = start;
            this.quoted = quoted;
            this.words = new StringBuilder(line.length());
            this.origins = new int[line.length() + 1];
            for (AsteriskPair pair : AsteriskPair.in(line)) {
                emphasis.set(pair.open(), pair.open() + pair.length());
                emphasis.set(pair.close(), pair.close() + pair.length());
            }
        }

        MappedText read() {
            read(indent(), line.length());
            grow(1);
            origins[words.length()] = start + line.length();
            return new MappedText(words.toString(), origins);
        }

        /** Behind leading spaces and the mark of a list. */
        private int indent() {
            int at = 0;
            while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
                at++;
            }
            boolean item = at + 1 < line.length()
                    && "-+*".indexOf(line.charAt(at)) >= 0
                    && Character.isWhitespace(line.charAt(at + 1));
            return item ? at + 2 : at;
        }

        private void read(int from, int to) {
            int at = from;
            while (at < to) {
                char c = line.charAt(at);
                if (c == '{' && line.startsWith("{{", at)) {
                    at = quote(at);
                } else if (emphasis.get(at)) {
                    at++;
                } else if (c == '\\' && at + 1 < to && ESCAPED.indexOf(line.charAt(at + 1)) >= 0) {
                    keep(at + 1);
                    at += 2;
                } else if (c == '!' && line.startsWith("[", at + 1) && linkEnd(at + 1) > 0) {
                    at++; // of a picture
                } else if (c == '[') {
                    at = link(at);
                } else {
                    keep(at);
                    at++;
                }
            }
        }

        /** Skips unclosed quotes, which are reported elsewhere. */
        private int quote(int at) {
            int end = at + 2;
            while (end < line.length() && line.charAt(end) != '}' && line.charAt(end) != '{') {
                end++;
            }
            if (!line.startsWith("}}", end)) {
                return line.startsWith("}", end) ? end + 1 : end;
            }
            String figure = quoted.apply(line.substring(at + 2, end).strip()).orElse("");
            grow(figure.length());
            for (int i = 0; i < figure.length(); i++) {
                origins[words.length()] = start + at;
                words.append(figure.charAt(i));
            }
            return end + 2;
        }

        private int link(int at) {
            int end = linkEnd(at);
            if (end < 0) {
                keep(at);
                return at + 1;
            }
            for (int i = at + 1; line.charAt(i) != ']'; i++) {
                keep(i);
            }
            return end;
        }

        /** Behind a link; -1 if none begins here. */
        private int linkEnd(int at) {
            int close = at + 1;
            while (close < line.length() && "[]".indexOf(line.charAt(close)) < 0) {
                close++;
            }
            return line.startsWith("](", close) ? target(close + 1) : -1;
        }

        /** Behind the brackets of a link, with at most one pair inside; -1 if they are not closed. */
        private int target(int open) {
            int depth = 0;
            for (int at = open; at < line.length(); at++) {
                char c = line.charAt(at);
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                if (depth == 0) {
                    return at + 1;
                }
                if (depth > 2) {
                    return -1;
                }
            }
            return -1;
        }

        private void keep(int at) {
            origins[words.length()] = start + at;
            words.append(line.charAt(at));
        }

        private void grow(int by) {
            if (words.length() + by + line.length() + 1 > origins.length) {
                origins = Arrays.copyOf(origins, words.length() + by + line.length() + 1 + origins.length / 2);
            }
        }
    }
}
