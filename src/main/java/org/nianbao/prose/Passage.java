package org.nianbao.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The prose of a section as a reader has it: figures stand where they are quoted, Markdown's marks are gone. A line is a
 * paragraph; tables and pictures are left out.
 *
 * @param paragraphs in order; none is blank
 */
public record Passage(List<Text> paragraphs) {
    /** {@code {{path}}}: the figure or fact of that path. */
    public static final Pattern QUOTE = Pattern.compile("\\{\\{([^{}\\n]*)}}");

    private static final Pattern NO_PARAGRAPH = Pattern.compile("\\s*(?:\\||!\\[).*");

    /** What is seen of a mark: nothing, the words of a link, or the character behind a backslash. */
    private static final Pattern MARK = Pattern.compile(
            QUOTE.pattern()
                    + "|\\{\\{[^}\\n]*}?|\\*+|\\[([^\\[\\]\\n]*)]\\((?:[^()]|\\([^()]*\\))*\\)|\\\\([!-/:-@\\[-`{-~])|^\\s+|^\\s*[-+]\\s");

    public Passage {
        paragraphs = List.copyOf(paragraphs);
    }

    /**
     * Reads prose.
     *
     * @param typed as it was written
     * @param quoted what stands at a quoted path; where there is nothing, the quote is left out
     */
    public static Passage of(String typed, Function<String, Optional<String>> quoted) {
        List<Text> paragraphs = new ArrayList<>();
        int start = 0;
        for (String line : typed.split("\n", -1)) {
            if (!line.isBlank() && !NO_PARAGRAPH.matcher(line).matches()) {
                Text paragraph = paragraph(line.stripTrailing(), start, quoted);
                if (!paragraph.words().isBlank()) {
                    paragraphs.add(paragraph);
                }
            }
            start += line.length() + 1;
        }
        return new Passage(paragraphs);
    }

    private static Text paragraph(String line, int start, Function<String, Optional<String>> quoted) {
        StringBuilder words = new StringBuilder();
        List<Integer> origins = new ArrayList<>();
        Matcher mark = MARK.matcher(line);
        int at = 0;
        while (mark.find()) {
            keep(line, at, mark.start(), start, words, origins);
            if (mark.group(1) != null) {
                String figure = quoted.apply(mark.group(1).strip()).orElse("");
                words.append(figure);
                for (int i = 0; i < figure.length(); i++) {
                    origins.add(start + mark.start());
                }
            } else {
                for (int group = 2; group <= 3; group++) {
                    if (mark.group(group) != null) {
                        keep(line, mark.start(group), mark.end(group), start, words, origins);
                    }
                }
            }
            at = mark.end();
        }
        keep(line, at, line.length(), start, words, origins);
        origins.add(start + line.length());
        return new Text(
                words.toString(), origins.stream().mapToInt(Integer::intValue).toArray());
    }

    private static void keep(String line, int from, int to, int start, StringBuilder words, List<Integer> origins) {
        words.append(line, from, to);
        for (int i = from; i < to; i++) {
            origins.add(start + i);
        }
    }
}
