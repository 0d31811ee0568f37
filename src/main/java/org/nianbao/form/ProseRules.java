package org.nianbao.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nianbao.expression.Expression;

/**
 * The rules for the prose of a form's reports, as its {@code prose.yaml} has them. Patterns match {@code
 * text.TokenizedText}; each {@code rule} is the id of a rule.
 *
 * @param claims sentences about figures
 * @param counts numbers that known words name
 * @param parts sentences that list the parts of a whole
 * @param shares sentences with a part's share
 * @param growth sentences that compare a figure with last year's
 * @param years sentences that name years
 * @param repetition the limit of sentences copied from last year
 * @param chapters sentences about the report's own chapters
 * @param points sentences that announce a number of points
 * @param agency sentences that name the agency
 * @param phrases words to avoid
 * @param expectations what a section should contain
 */
public record ProseRules(
        List<Claim> claims,
        List<CountRule> counts,
        Optional<EnumerationRule> parts,
        Optional<ShareRule> shares,
        Optional<GrowthRule> growth,
        Optional<YearRule> years,
        Optional<RepetitionRule> repetition,
        Optional<ChapterRule> chapters,
        Optional<PointRule> points,
        Optional<AgencyRule> agency,
        List<Phrase> phrases,
        List<Expectation> expectations) {

    /** No rules. */
    public static final ProseRules NONE = new ProseRules(
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of());

    public ProseRules {
        claims = List.copyOf(claims);
        counts = List.copyOf(counts);
        phrases = List.copyOf(phrases);
        expectations = List.copyOf(expectations);
    }

    /**
     * Sentences about a figure.
     *
     * @param says patterns with the number in group {@code n}
     * @param none patterns for no case at all
     * @param context that the sentence must contain as well
     * @param after what must be before the match, up to it
     * @param unless words of another statistic, between the last ； and the number's unit
     * @param near words of another statistic, behind the last ，
     * @param smaller how many of the number's unit are one of the cells'
     * @param keyed sums of cells that the number may be, by the words of the groups {@code key} and {@code other}, one after the
     *     other; by nothing if the patterns have none
     */
    public record Claim(
            String rule,
            List<Expression> says,
            List<Expression> none,
            Optional<Expression> context,
            Optional<Expression> after,
            List<Expression> unless,
            List<Expression> near,
            int smaller,
            Map<String, List<Interpretation>> keyed) {
        public Claim {
            says = List.copyOf(says);
            none = List.copyOf(none);
            unless = List.copyOf(unless);
            near = List.copyOf(near);
            keyed = Map.copyOf(keyed);
        }
    }

    /**
     * Numbers of a table that known words name.
     *
     * @param context that the paragraph must contain up to the sentence, or the heading
     * @param unless words of another statistic, between the last ； and the number's unit
     * @param unit behind the number
     * @param known any number of the words that are known, those of the rows and columns too, and nothing else
     */
    public record CountRule(
            Expression context,
            List<Expression> unless,
            Expression unit,
            Expression known,
            List<CountRow> rows,
            List<CountColumn> columns) {
        public CountRule {
            unless = List.copyOf(unless);
            rows = List.copyOf(rows);
            columns = List.copyOf(columns);
        }
    }

    /**
     * A row, or several.
     *
     * @param equals the sums that the number may be, in the column that it is in if none is named
     * @param otherwise whether a number may be in it if no row is named
     */
    public record CountRow(String rule, Expression words, List<Interpretation> equals, boolean otherwise) {
        public CountRow {
            equals = List.copyOf(equals);
        }
    }

    /** A column of such rows, by its key. */
    public record CountColumn(Expression words, String column) {}

    /** A sum of cells, with its text in the rules. */
    public record Interpretation(String written, List<CellTerm> terms) {
        public Interpretation {
            terms = List.copyOf(terms);
        }
    }

    /**
     * Sentences that list the parts of a whole.
     *
     * @param whole with groups {@code n} and {@code unit}
     * @param some opens a list of some of the parts
     * @param all opens a list of all parts
     * @param part one part, up to the end of its item; groups {@code n} and {@code unit}
     * @param inverse the same with the number first (30件咨询), if lists may be written so
     * @param rest words of a part that stands for all others, so that the list has all parts
     * @param another words of a part that counts by another criterion, so that a new list begins
     * @param end follows the last part of a list of all parts
     * @param total behind its parts, with groups {@code n} and {@code unit}; what it counts in groups {@code before} and
     *     {@code what}
     * @param common words of a total that say little about what it counts
     * @param sets parts that are all there are, if each of them has one of the words of its place
     * @param summable units that can be added up with others; any other is added up with itself alone
     */
    public record EnumerationRule(
            String rule,
            Expression whole,
            Expression some,
            Expression all,
            Expression part,
            Optional<Expression> inverse,
            Optional<Expression> rest,
            Expression another,
            Expression end,
            Optional<Expression> total,
            Optional<Expression> common,
            List<List<Set<String>>> sets,
            Map<String, SummableUnit> summable) {
        public EnumerationRule {
            sets = List.copyOf(sets);
            summable = Map.copyOf(summable);
        }

        /** A unit of the text. */
        public SummableUnit unit(String written) {
            return summable.getOrDefault(written, new SummableUnit(written, BigDecimal.ONE));
        }
    }

    /**
     * A unit of the text.
     *
     * @param base a unit of the same kind
     * @param factor how many of the base it is: 万元 is 10,000 元
     */
    public record SummableUnit(String base, BigDecimal factor) {}

    /**
     * Sentences with a part's share.
     *
     * @param says its share in per cent in group {@code p}, the part in group {@code n} unless a figure is named before, and
     *     what it is a share of in group {@code of}
     * @param general what a share is of, if that is the whole named before
     * @param tables words of a whole that the tables have
     * @param continues a sentence that goes on about the sentence before
     * @param whole a number that it may be a share of, in group {@code n}
     * @param interpretations sums of cells that it may be a share of
     */
    public record ShareRule(
            String rule,
            List<Expression> says,
            Optional<Expression> general,
            Optional<Expression> tables,
            Expression continues,
            Expression whole,
            List<Interpretation> interpretations) {
        public ShareRule {
            says = List.copyOf(says);
            interpretations = List.copyOf(interpretations);
        }
    }

    /**
     * Sentences that compare a figure with last year's.
     *
     * @param base what a figure is compared with: last year, in group {@code year} if its digits name it
     * @param current a figure of this year, in groups {@code n} and {@code unit}
     * @param last a figure of last year, in the same groups; {@code year} as above
     * @param changes one of the groups {@code up}, {@code down} and {@code same} is the direction; groups {@code from} and
     *     {@code to} are figures of last year and this year, {@code by} is their difference, {@code p} the same in per cent,
     *     {@code t} in times of last year's; any of them may be missing
     * @param between what may stand between the name of a figure and the figure or its change
     * @param where what a paragraph has that compares with last year, unless the digits of that year do
     * @param unless words of another comparison, from the last ； on
     * @param figures the figures that the tables have
     */
    public record GrowthRule(
            String rule,
            Expression base,
            Expression current,
            Expression last,
            List<Expression> changes,
            Expression between,
            Optional<Expression> where,
            Optional<Expression> unless,
            List<NamedFigure> figures) {
        public GrowthRule {
            changes = List.copyOf(changes);
            figures = List.copyOf(figures);
        }
    }

    /** A figure by its names, with the sums of cells that it may be. */
    public record NamedFigure(Expression name, List<Interpretation> interpretations) {
        public NamedFigure {
            interpretations = List.copyOf(interpretations);
        }
    }

    /** Sentences that name years. */
    public record YearRule(String rule, List<Topic> topics) {
        public YearRule {
            topics = List.copyOf(topics);
        }
    }

    /**
     * A sign that a sentence, or the report, is about a year.
     *
     * @param find words with the year in group {@code year}
     * @param unless words of a sentence that names another year on purpose
     * @param ahead keys of the sections about the next year
     * @param alone whether the sentence must not name the report's own year as well
     * @param titles whether the words may be a title in 《》
     * @param later how many years after the report's own the right year is
     * @param only keys of the sections that are searched; all if there are none
     * @param plan whether it is about what is planned, so that the report's own year is over
     */
    public record Topic(
            Expression find,
            Optional<Expression> unless,
            Set<String> ahead,
            boolean alone,
            boolean titles,
            int later,
            Set<String> only,
            boolean plan) {
        public Topic {
            ahead = Set.copyOf(ahead);
            only = Set.copyOf(only);
        }
    }

    /**
     * The limit of sentences copied from last year.
     *
     * @param most per cent of a section's sentences that is already too many
     * @param shortest length in characters of a sentence that counts
     * @param fewest sentences of a section that is checked
     * @param sections keys of the sections to check
     */
    public record RepetitionRule(String rule, int most, int shortest, int fewest, List<String> sections) {
        public RepetitionRule {
            sections = List.copyOf(sections);
        }
    }

    /**
     * Sentences about the report's own chapters.
     *
     * @param says their number in group {@code n}, their list, if there is one, in group {@code list}
     * @param mentions words of each chapter, one of which a list of it has
     * @param between separates the chapters of a list; if several do, one of them has to give the number
     */
    public record ChapterRule(String rule, List<Expression> says, List<Expression> mentions, List<Expression> between) {
        public ChapterRule {
            says = List.copyOf(says);
            mentions = List.copyOf(mentions);
            between = List.copyOf(between);
        }
    }

    /**
     * Sentences that announce a number of points.
     *
     * @param where what the first of the points begins with, behind what says that it is the first
     * @param says the number in group {@code count}, up to where the points begin
     * @param marks of points, one kind each; their number in group {@code count}, if it is one
     * @param more words of a point without a mark
     * @param ends words behind which the first mark of a kind begins another list; elsewhere that may be within a point
     * @param lists the number with its list in the same clause, in the groups of {@link ChapterRule}; {@code open} if
     *     the list may have fewer
     * @param between separates the items of a list; if several do, one of them has to give the number
     * @param unless words of a clause whose number is not that of points
     */
    public record PointRule(
            String rule,
            Expression where,
            List<Expression> says,
            List<Expression> marks,
            Optional<Expression> more,
            Optional<Expression> ends,
            List<Expression> lists,
            List<Expression> between,
            Optional<Expression> unless) {
        public PointRule {
            says = List.copyOf(says);
            marks = List.copyOf(marks);
            lists = List.copyOf(lists);
            between = List.copyOf(between);
        }
    }

    /**
     * Sentences that name the agency of the report.
     *
     * @param says patterns with a name in group {@code name}
     * @param others finds, in group {@code name}, who does what a clause is about; figures of another agency are not checked
     * @param alone the agency without its units: another scope in an aggregate report, the report’s own in any other
     * @param scope finds in the agency’s name, in group {@code unit}, the area that an aggregate is about
     * @param place finds in the agency’s name, in group {@code place}, what the names of its offices have in common
     */
    public record AgencyRule(
            String rule,
            List<Expression> says,
            Expression others,
            Optional<String> alone,
            Expression scope,
            Expression place) {
        public AgencyRule {
            says = List.copyOf(says);
        }
    }

    /**
     * Words to avoid.
     *
     * @param write what to write instead, if that is known; {@code $1} stands for a group
     * @param agency that the agency’s name must match, if there is one
     * @param hint whether the finding is a hint, not a warning
     */
    public record Phrase(
            String rule, Expression find, Optional<String> write, Optional<Expression> agency, boolean hint) {}

    /**
     * What a section should contain.
     *
     * @param section key
     * @param least number of characters
     * @param most number of characters
     * @param mentions words that it should contain
     * @param without sentences that do not count
     * @param since the first year of a report that this holds for
     * @param hint whether the finding is a hint, not a warning
     */
    public record Expectation(
            String rule,
            String section,
            Optional<Integer> least,
            Optional<Integer> most,
            Optional<Expression> mentions,
            Optional<Expression> without,
            Optional<Integer> since,
            boolean hint) {}
}
