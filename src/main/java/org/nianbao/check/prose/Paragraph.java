package org.nianbao.check.prose;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nianbao.prose.Marked;
import org.nianbao.prose.Text;

/**
 * A paragraph as the rules look at it. Offsets are those of its text.
 *
 * @param text as a reader has it
 * @param marked the same with its numbers marked
 * @param sentences in order
 */
record Paragraph(Text text, Marked marked, List<Sentence> sentences) {
    Paragraph {
        sentences = List.copyOf(sentences);
    }

    /**
     * A sentence of it.
     *
     * @param from its first character
     * @param to behind its full stop
     * @param counts whether it holds an exact number
     * @param denies whether it says that something was not
     */
    record Sentence(int from, int to, boolean counts, boolean denies) {}

    static Paragraph of(Text text) {
        Marked marked = Marked.of(text.words());
        List<Sentence> sentences = text.spans().stream()
                .map(span -> new Sentence(
                        span.from(),
                        span.to(),
                        marked.hasNumber(span.from(), span.to()),
                        denies(marked.plain(), span.from(), span.to())))
                .toList();
        return new Paragraph(text, marked, sentences);
    }

    private static boolean denies(String words, int from, int to) {
        for (int i = from; i < to; i++) {
            if ("未无没".indexOf(words.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Looks for a pattern in the marked words of a sentence. */
    Matcher marked(Pattern pattern, Sentence sentence) {
        return pattern.matcher(marked.words()).region(sentence.from(), sentence.to());
    }

    /** Looks for a pattern in a stretch of the words with numbers as they are. */
    boolean has(Pattern pattern, int from, int to) {
        return pattern.matcher(marked.plain()).region(from, to).find();
    }

    /** The sentence that an offset is in. */
    Sentence sentenceAt(int offset) {
        int low = 0;
        int high = sentences.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sentences.get(middle).to() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return sentences.get(low);
    }
}
