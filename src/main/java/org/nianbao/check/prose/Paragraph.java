package org.nianbao.check.prose;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.nianbao.chinese.Simplified;
import org.nianbao.expression.Allowance;
import org.nianbao.expression.Expression;
import org.nianbao.expression.ExpressionSearch;
import org.nianbao.text.MappedText;
import org.nianbao.text.TokenizedText;

/**
 * A paragraph as rules see it. Offsets are those of its text.
 *
 * @param text as a reader sees it, but in Simplified Chinese, in which rules are written
 * @param shown the words as a reader sees them
 * @param tokens the same with its numbers recognised
 * @param sentences in order; a paragraph without words has none
 * @param allowance of the report
 */
record Paragraph(MappedText text, String shown, TokenizedText tokens, List<Sentence> sentences, Allowance allowance) {
    /** In characters: the length of a sentence that a message quotes. */
    private static final int QUOTED = 48;

    Paragraph {
        sentences = List.copyOf(sentences);
    }

    /**
     * A sentence.
     *
     * @param from its first character
     * @param to behind its full stop
     * @param words with its numbers marked
     * @param counts whether it has an exact number
     * @param denies whether it says that there was none
     */
    record Sentence(int from, int to, String words, boolean counts, boolean denies) {}

    static Paragraph of(MappedText typed, Allowance allowance) {
        MappedText text = typed.in(Simplified.ifTraditional(typed.words()));
        TokenizedText tokens = TokenizedText.of(text.words());
        List<Sentence> sentences = text.spans().stream()
                .map(span -> new Sentence(
                        span.from(),
                        span.to(),
                        tokens.words().substring(span.from(), span.to()),
                        tokens.hasNumber(span.from(), span.to()),
                        text.words()
                                .substring(span.from(), span.to())
                                .chars()
                                .anyMatch(c -> c == '未' || c == '无' || c == '没')))
                .toList();
        return new Paragraph(text, typed.words(), tokens, sentences, allowance);
    }

    /** The text with one kind of punctuation. */
    String plain() {
        return tokens.plain();
    }

    /** Matches words in a sentence, with its numbers marked. */
    ExpressionSearch search(Expression wording, Sentence sentence) {
        return wording.mayOccurIn(sentence.words())
                ? search(wording, tokens.words(), sentence.from(), sentence.to())
                : wording.in("", allowance);
    }

    /** Matches words in a part of a text that is the paragraph's, in one form or another. */
    ExpressionSearch search(Expression wording, String words, int from, int to) {
        boolean whole = from == 0 && to == words.length();
        return whole && !wording.mayOccurIn(words)
                ? wording.in("", allowance)
                : wording.in(words, allowance).region(from, to);
    }

    /** Whether a part has words, with its numbers as typed. */
    boolean has(Expression wording, int from, int to) {
        return wording.mayOccurIn(plain().substring(from, to))
                && search(wording, plain(), from, to).find();
    }

    /** The number that a group of a match starts with. */
    Optional<BigDecimal> number(ExpressionSearch match, String group) {
        return tokens.numberAt(match.start(group)).map(TokenizedText.NumberToken::value);
    }

    /** The sentence around a part, shortened to fit into a message. */
    String excerpt(int from, int to) {
        Sentence sentence = sentences.stream()
                .filter(one -> one.to() > from)
                .findFirst()
                .orElseGet(() -> sentences.get(sentences.size() - 1));
        int begin = sentence.from();
        String words = shown.substring(begin, Math.max(to, sentence.to())).stripTrailing();
        int start = Math.max(0, Math.min(from - begin - QUOTED / 2, to - begin - QUOTED));
        int end = Math.min(words.length(), Math.max(to - begin, start + QUOTED));
        return (start > 0 ? "…" : "") + words.substring(start, end).strip() + (end < words.length() ? "…" : "");
    }

    static boolean isHan(char c) {
        return c >= 0x4e00 && c <= 0x9fff;
    }
}
