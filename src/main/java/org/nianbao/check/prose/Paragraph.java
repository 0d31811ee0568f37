package org.nianbao.check.prose;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nianbao.text.MappedText;
import org.nianbao.text.TokenizedText;

/**
 * A paragraph as the rules look at it. Offsets are those of its text.
 *
 * @param text as a reader has it
 * @param marked the same with its numbers marked
 * @param sentences in order
 */
record Paragraph(MappedText text, TokenizedText marked, List<Sentence> sentences) {
    Paragraph {
        sentences = List.copyOf(sentences);
    }

    /**
     * A sentence of it.
     *
     * @param plain its words with one kind of punctuation
     * @param from its first character
     * @param to behind its full stop
     * @param counts whether it holds an exact number
     * @param denies whether it says that something was not
     */
    record Sentence(String plain, int from, int to, boolean counts, boolean denies) {}

    static Paragraph of(MappedText text) {
        TokenizedText marked = TokenizedText.of(text.words());
        List<Sentence> sentences =
                text.spans().stream().map(span -> sentence(marked, span)).toList();
        return new Paragraph(text, marked, sentences);
    }

    private static Sentence sentence(TokenizedText marked, MappedText.Span span) {
        String plain = marked.plain().substring(span.from(), span.to());
        boolean denies = plain.indexOf('未') >= 0 || plain.indexOf('无') >= 0 || plain.indexOf('没') >= 0;
        return new Sentence(plain, span.from(), span.to(), marked.hasNumber(span.from(), span.to()), denies);
    }

    /** Looks for words in a sentence, with its numbers marked. */
    Matcher marked(Pattern wording, Sentence sentence) {
        return wording.matcher(marked.words()).region(sentence.from(), sentence.to());
    }

    /** Whether a stretch holds words, with its numbers as they are. */
    boolean has(Pattern wording, int from, int to) {
        return wording.matcher(marked.plain()).region(from, to).find();
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
