package org.nianbao.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What prose says apart from its figures: the sentences that are long enough to be somebody's own words, each by its core.
 * Immutable.
 */
public final class SentenceKey {
    /** Figures and years change by themselves; what is left of a sentence is what somebody wrote. */
    private static final Pattern CHANGING = Pattern.compile("[0-9０-９.．,，%％\\s]+|[，。；：、“”（）()《》]");

    private final List<MappedText> sentences;
    private final Set<String> cores;

    private SentenceKey(List<MappedText> sentences) {
        this.sentences = sentences;
        this.cores = sentences.stream().map(sentence -> core(sentence.words())).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The substance of some prose.
     *
     * @param shortest sentences whose core has fewer UTF-16 units are not counted
     */
    public static SentenceKey of(MappedProse prose, int shortest) {
        return new SentenceKey(prose.sentences().stream()
                .filter(sentence -> core(sentence.words()).length() >= shortest)
                .toList());
    }

    /** What is left of a sentence without figures, space and punctuation. */
    public static String core(String sentence) {
        return CHANGING.matcher(sentence).replaceAll("");
    }

    /** Which of its sentences stand in the other prose too. */
    public Repeated in(SentenceKey other) {
        return new Repeated(
                sentences.stream()
                        .filter(sentence -> other.cores.contains(core(sentence.words())))
                        .toList(),
                sentences.size());
    }

    /**
     * Sentences that stand elsewhere too.
     *
     * @param sentences in order
     * @param counted how many there were to look at
     */
    public record Repeated(List<MappedText> sentences, int counted) {
        public Repeated {
            sentences = List.copyOf(sentences);
        }

        /**
         * Whether they are too many.
         *
         * @param most in per cent
         * @param fewest if fewer were counted, there is nothing to say
         */
        public boolean exceeds(int most, int fewest) {
            return counted >= fewest && sentences.size() * 100 > counted * most;
        }

        /** Their share in per cent, without decimals, half rounded up; 0 where nothing was counted. */
        public BigDecimal percent() {
            return BigDecimal.valueOf(sentences.size() * 100L)
                    .divide(BigDecimal.valueOf(Math.max(1, counted)), 0, RoundingMode.HALF_UP);
        }
    }
}
