package org.nianbao.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The long sentences of some prose, compared without their figures. Immutable. */
public final class SentenceKey {
    /** Figures, years and punctuation, which change every year. */
    private static final Pattern CHANGING = Pattern.compile("[0-9０-９.．,，%％\\s]+|[，。；：、“”（）()《》]");

    private final List<MappedText> sentences;
    private final Set<String> cores;

    private SentenceKey(List<MappedText> sentences) {
        this.sentences = sentences;
        this.cores = sentences.stream().map(sentence -> core(sentence.words())).collect(Collectors.toUnmodifiableSet());
    }

    /** The sentences whose core has at least {@code shortest} UTF-16 units. */
    public static SentenceKey of(MappedProse prose, int shortest) {
        return new SentenceKey(prose.sentences().stream()
                .filter(sentence -> core(sentence.words()).length() >= shortest)
                .toList());
    }

    /** A sentence without figures, space and punctuation. */
    public static String core(String sentence) {
        return CHANGING.matcher(sentence).replaceAll("");
    }

    /** The sentences that another prose has, too. */
    public Repeated in(SentenceKey other) {
        return new Repeated(
                sentences.stream()
                        .filter(sentence -> other.cores.contains(core(sentence.words())))
                        .toList(),
                sentences.size());
    }

    /**
     * Sentences found in another prose, too.
     *
     * @param sentences in order
     * @param counted number of sentences compared
     */
    public record Repeated(List<MappedText> sentences, int counted) {
        public Repeated {
            sentences = List.copyOf(sentences);
        }

        /** Whether more than {@code most} per cent were found, if at least {@code fewest} sentences were compared. */
        public boolean exceeds(int most, int fewest) {
            return counted >= fewest && sentences.size() * 100 > counted * most;
        }

        /** Their share in per cent, rounded half up; 0 if none was compared. */
        public BigDecimal percent() {
            return BigDecimal.valueOf(sentences.size() * 100L)
                    .divide(BigDecimal.valueOf(Math.max(1, counted)), 0, RoundingMode.HALF_UP);
        }
    }
}
