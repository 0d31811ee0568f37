package org.nianbao.form;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is known of good prose in a form's reports. All of it is data; each part names the rule that it holds against.
 *
 * @param claims what sentences say of figures
 * @param parts how sentences list the parts of a whole
 * @param shares how sentences give a part's share
 * @param years how sentences name years
 * @param repetition how much may be as last year
 * @param chapters how the report speaks of its own chapters
 * @param phrases words that should not be there
 * @param expectations what a section should have
 */
public record ProseRules(
        List<Claim> claims,
        Optional<EnumerationRule> parts,
        Optional<ShareRule> shares,
        Optional<YearRule> years,
        Optional<RepetitionRule> repetition,
        Optional<ChapterRule> chapters,
        List<Phrase> phrases,
        List<Expectation> expectations) {

    /** Nothing is known. */
    public static final ProseRules NONE = new ProseRules(
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of());

    public ProseRules {
        claims = List.copyOf(claims);
        phrases = List.copyOf(phrases);
        expectations = List.copyOf(expectations);
    }

    /**
     * What sentences say of a figure. They are looked at as {@code prose.Marked} has them.
     *
     * @param rule id
     * @param says how they say it; the group {@code n} is the number
     * @param none how they say that there was none
     * @param context what the sentence must hold as well
     * @param unless what makes it another statistic, from the last ； up to the number's unit
     * @param near what makes it another statistic, from the last ， on
     * @param readings sums of cells, each of which may be meant
     */
    public record Claim(
            String rule,
            List<Pattern> says,
            List<Pattern> none,
            Optional<Pattern> context,
            Optional<Pattern> unless,
            Optional<Pattern> near,
            List<Interpretation> readings) {
        public Claim {
            says = List.copyOf(says);
            none = List.copyOf(none);
            readings = List.copyOf(readings);
        }
    }

    /**
     * A sum of cells.
     *
     * @param written as the rules have it
     * @param terms cells that are summed up
     */
    public record Interpretation(String written, List<CellTerm> terms) {
        public Interpretation {
            terms = List.copyOf(terms);
        }
    }

    /**
     * How sentences list the parts of a whole.
     *
     * @param rule id
     * @param whole the whole; groups {@code n} and {@code unit}
     * @param some opens a list that may name only some of the parts
     * @param all opens a list that names all of them
     * @param part one part, to the end of its item; groups {@code n} and {@code unit}
     * @param another words in a part that count by something else than parts without them, so another list begins
     * @param end what stands behind the last part of a list that names all
     */
    public record EnumerationRule(
            String rule, Pattern whole, Pattern some, Pattern all, Pattern part, Pattern another, Pattern end) {}

    /**
     * How sentences give a part's share.
     *
     * @param rule id
     * @param says part and share; groups {@code n} and {@code p}, the latter in per cent
     * @param whole what it may be a share of; group {@code n}
     * @param readings what it may be a share of, too, as sums of cells
     */
    public record ShareRule(String rule, Pattern says, Pattern whole, List<Interpretation> readings) {
        public ShareRule {
            readings = List.copyOf(readings);
        }
    }

    /**
     * How sentences name years.
     *
     * @param rule id
     * @param topics what shows that a sentence, or the whole report, is about a year
     */
    public record YearRule(String rule, List<Topic> topics) {
        public YearRule {
            topics = List.copyOf(topics);
        }
    }

    /**
     * What shows that a sentence, or the whole report, is about a year.
     *
     * @param find the words; group {@code year}
     * @param unless what shows, anywhere in the sentence, that another year is meant on purpose
     * @param ahead sections that speak of the next year
     */
    public record Topic(Pattern find, Optional<Pattern> unless, Set<String> ahead) {
        public Topic {
            ahead = Set.copyOf(ahead);
        }
    }

    /**
     * How much may be as last year.
     *
     * @param rule id
     * @param most share of sentences in per cent, from which on it is told
     * @param shortest sentences with fewer characters are not counted
     * @param fewest sections with fewer sentences are not looked at
     * @param sections that are looked at
     */
    public record RepetitionRule(String rule, int most, int shortest, int fewest, List<String> sections) {
        public RepetitionRule {
            sections = List.copyOf(sections);
        }
    }

    /**
     * How the report speaks of its own chapters.
     *
     * @param rule id
     * @param says how many; group {@code n}, and {@code list} where they are listed
     * @param between what stands between the chapters of a list
     */
    public record ChapterRule(String rule, Pattern says, Pattern between) {}

    /**
     * Words that should not be there.
     *
     * @param rule id
     * @param find the words
     * @param write what should stand there instead, with {@code $1} for groups; if that is known
     * @param hint whether it is only a hint
     */
    public record Phrase(String rule, Pattern find, Optional<String> write, boolean hint) {}

    /**
     * What a section should have.
     *
     * @param rule id
     * @param section key
     * @param least characters
     * @param most characters
     * @param mentions what it should speak of
     * @param hint whether it is only a hint
     */
    public record Expectation(
            String rule,
            String section,
            Optional<Integer> least,
            Optional<Integer> most,
            Optional<Pattern> mentions,
            boolean hint) {}
}
