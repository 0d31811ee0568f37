package org.nianbao.check.prose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Message;
import org.nianbao.expression.Allowance;
import org.nianbao.expression.Expression;
import org.nianbao.expression.ExpressionSearch;
import org.nianbao.form.CellTerm;
import org.nianbao.form.ProseRules;
import org.nianbao.report.Report;
import org.nianbao.text.Numbering;
import org.nianbao.text.TokenizedText;

/** Compares the numbers of a paragraph, and its statements that there was none, with the cells that they are about. */
final class Claims {
    /** In characters: how far back words can make a number another statistic. */
    private static final int CLAUSE = 160;

    /** What opens a list of parts, and belongs to the first of them. */
    static final String WHICH = "其中";

    /** Maximum number of readings in a message. */
    private static final int SHOWN = 2;

    private final ProsePart part;
    private final Optional<ProseRules.AgencyRule> agency;
    private final Paragraph paragraph;

    /** Above the paragraph. */
    private final Optional<Paragraph> heading;

    private final String scoped;

    /** Rules that are reported, with the ends of their words; two expressions may match the same words. */
    private final Set<String> reported = new HashSet<>();

    /** Starts of the numbers that were compared. */
    private final Set<Integer> judged = new HashSet<>();

    private Claims(
            ProsePart part, Optional<ProseRules.AgencyRule> agency, Optional<Paragraph> heading, Paragraph paragraph) {
        this.part = part;
        this.agency = agency;
        this.heading = heading;
        this.paragraph = paragraph;
        this.scoped = scoped(part, agency, paragraph.plain());
    }

    static void check(ProsePart part, ProseRules rules) {
        Optional<Paragraph> heading = Optional.empty();
        for (Paragraph paragraph : part.paragraphs()) {
            Claims claims = new Claims(part, rules.agency(), heading, paragraph);
            claims.check(rules.claims());
            Counts.check(part, rules, paragraph, heading, claims.judged);
            if (Numbering.of(paragraph.text().words())
                    .filter(Numbering::isHeading)
                    .isPresent()) {
                heading = Optional.of(paragraph);
            }
        }
    }

    private void check(List<ProseRules.Claim> claims) {
        int before = 0;
        for (Paragraph.Sentence sentence : paragraph.sentences()) {
            if (sentence.counts() || sentence.denies()) {
                check(sentence, Math.max(before, sentence.from() - CLAUSE), claims);
            }
            before = sentence.from();
        }
    }

    /** @param before start of the sentence before, whose subject 其中…… may continue */
    private void check(Paragraph.Sentence sentence, int before, List<ProseRules.Claim> claims) {
        Map<String, Integer> contexts = new HashMap<>(Map.of("", sentence.from())); // many claims share a context
        for (ProseRules.Claim claim : claims) {
            List<Expression> says = sentence.counts() ? claim.says() : List.of();
            List<Expression> none = sentence.denies() ? claim.none() : List.of();
            int context = says.isEmpty() && none.isEmpty()
                    ? -1
                    : contexts.computeIfAbsent(
                            claim.context().map(Expression::toString).orElse(""),
                            words -> context(claim.context().orElseThrow(), sentence, before));
            if (context >= 0) {
                says.forEach(pattern -> find(pattern, sentence, context, claim, match -> stated(claim, match)));
                none.forEach(pattern -> find(pattern, sentence, context, claim, match -> denied(claim, match)));
            }
        }
    }

    /** Where the words start that show the subject of a sentence; -1 if none do, as in most sentences. */
    private int context(Expression pattern, Paragraph.Sentence sentence, int before) {
        if (!paragraph.has(pattern, before, sentence.to())) {
            return isHeaded(pattern, sentence) ? sentence.from() : -1;
        }
        if (paragraph.plain().startsWith(WHICH, sentence.from())) {
            return before;
        }
        return paragraph.has(pattern, sentence.from(), sentence.to()) ? sentence.from() : before;
    }

    /** Whether the first sentence of the paragraph, or the heading above it, shows the subject. */
    private boolean isHeaded(Expression pattern, Paragraph.Sentence sentence) {
        Paragraph.Sentence first = paragraph.sentences().get(0);
        return (first.from() < sentence.from() && paragraph.has(pattern, first.from(), first.to()))
                || heading.filter(above -> above.has(pattern, 0, above.plain().length()))
                        .isPresent();
    }

    private void stated(ProseRules.Claim claim, ExpressionSearch match) {
        paragraph
                .tokens()
                .numberAt(match.start("n"))
                .ifPresent(number -> compare(claim, match, clause(match, number), number.typed(), number.value()));
    }

    private void denied(ProseRules.Claim claim, ExpressionSearch match) {
        compare(claim, match, match.start(), "0", BigDecimal.ZERO);
    }

    private void find(
            Expression pattern,
            Paragraph.Sentence sentence,
            int context,
            ProseRules.Claim claim,
            Consumer<ExpressionSearch> use) {
        ExpressionSearch match = paragraph.search(pattern, sentence);
        while (!part.isFull(claim.rule()) && match.find()) {
            boolean follows = claim.after().isEmpty()
                    || paragraph
                            .search(
                                    claim.after().get(),
                                    paragraph.tokens().words(),
                                    Math.min(context, sentence.from()),
                                    match.start())
                            .find();
            if (follows && isMeant(sentence, context, claim, match)) {
                use.accept(match);
            }
        }
    }

    /** Where the clause of a number starts, within a match. */
    private int clause(ExpressionSearch match, TokenizedText.NumberToken number) {
        int from = number.start();
        while (from > match.start() && "，、；：（".indexOf(paragraph.plain().charAt(from - 1)) < 0) {
            from--;
        }
        return paragraph.plain().startsWith(WHICH, from - WHICH.length()) ? from - WHICH.length() : from;
    }

    /** Whether it is this report's statistic: no other scope, no other year. */
    private boolean isMeant(Paragraph.Sentence sentence, int context, ProseRules.Claim claim, ExpressionSearch match) {
        String plain = paragraph.plain();
        int begin = Math.max(sentence.from(), match.start() - CLAUSE);
        int clause = Math.max(begin, plain.lastIndexOf('；', match.start()) + 1);
        int near = Math.max(clause, near(plain, match.start()));
        if (has(claim.unless(), context < sentence.from() ? context : clause, match.end())
                || has(claim.near(), near, match.end())
                || agency.filter(rule -> OtherAgencies.acts(part, rule, paragraph, clause, match.end()))
                        .isPresent()) {
            return false;
        }
        Optional<Integer> year = lastYear(plain, begin, match.start());
        return year.isEmpty()
                || (year.equals(part.examined().report().year()) && !listsYears(plain, clause, match.start()));
    }

    private boolean has(List<Expression> patterns, int from, int to) {
        return patterns.stream()
                .anyMatch(words -> paragraph.search(words, scoped, from, to).find());
    }

    /** The words of a paragraph; those for the whole area of an aggregate are blanked, since they are about the report. */
    static String scoped(ProsePart part, Optional<ProseRules.AgencyRule> agency, String plain) {
        Report report = part.examined().report();
        if (agency.isEmpty()) {
            return plain;
        }
        if (!report.isAggregate()) {
            String alone = agency.get().alone().orElse("");
            return alone.isEmpty() ? plain : plain.replace(alone, "－".repeat(alone.length()));
        }
        ExpressionSearch area = agency.get().scope().in(part.agency().orElse(""), Allowance.forName());
        return area.find() ? plain.replace("全" + area.group("unit"), "－－").replace("－－各级", "－－－－") : plain;
    }

    /** Behind the last comma before an offset, but not between 其中， and what it opens. */
    private static int near(String plain, int offset) {
        int comma = plain.lastIndexOf('，', offset - 1);
        boolean opens = comma >= 0 && plain.startsWith(WHICH, comma - WHICH.length());
        return (opens ? plain.lastIndexOf('，', comma - 1) : comma) + 1;
    }

    /** The last year named in a part, but for years in brackets and those that something is carried over from. */
    static Optional<Integer> lastYear(String plain, int from, int to) {
        for (int at = plain.lastIndexOf('年', to - 1); at >= from + 4; at = plain.lastIndexOf('年', at - 1)) {
            String digits = plain.substring(at - 4, at);
            if (digits.chars().allMatch(c -> c >= '0' && c <= '9') && !isAside(plain, at, to)) {
                return Optional.of(Integer.valueOf(digits));
            }
        }
        return Optional.empty();
    }

    /** 2023年、2024年分别……: it is unknown which number belongs to which year. */
    private static boolean listsYears(String plain, int from, int to) {
        int listed = plain.indexOf("年、", from);
        return listed >= 0 && listed < to;
    }

    private static boolean isAside(String plain, int at, int to) {
        int open = plain.lastIndexOf('（', at);
        int close = plain.indexOf('）', at);
        boolean inBrackets = close >= 0 && close < to && open > plain.lastIndexOf('）', at) && open >= at - CLAUSE;
        return inBrackets || plain.startsWith("结转", at + 1) || plain.startsWith("转结", at + 1);
    }

    private void compare(ProseRules.Claim claim, ExpressionSearch match, int from, String stated, BigDecimal number) {
        int to = match.end();
        List<ProseRules.Interpretation> meant =
                claim.keyed().getOrDefault(key(match, "key") + key(match, "other"), List.of());
        List<String> readings = new ArrayList<>();
        if (match.has("n")) {
            judged.add(match.start("n"));
        }
        for (ProseRules.Interpretation reading : meant) {
            Optional<BigDecimal> sum = part.sum(reading);
            // “none” is about the whole, which is the first reading
            boolean applies = number.signum() > 0 || readings.isEmpty();
            BigDecimal unit = BigDecimal.valueOf(claim.smaller());
            if (sum.isEmpty() || (applies && sum.get().multiply(unit).compareTo(number) == 0)) {
                return;
            }
            readings.add(reading(reading, sum.get()));
        }
        if (readings.isEmpty() || !reported.add(claim.rule() + " " + to)) {
            return;
        }
        Diagnostic finding = finding(
                part,
                claim.rule(),
                paragraph.excerpt(from, to),
                stated,
                readings,
                meant.get(0).terms());
        part.add(finding, paragraph, from, to);
    }

    /** A sum of cells and its value, without the section. */
    static String reading(ProseRules.Interpretation meant, BigDecimal sum) {
        return meant.written().replaceAll("(?<=^|[-+] )[^ .]+\\.", "") + " = " + sum.toPlainString();
    }

    /**
     * A number that is none of those that it may be.
     *
     * @param readings of those
     * @param terms of the first of them
     */
    static Diagnostic finding(
            ProsePart part, String rule, String excerpt, String stated, List<String> readings, List<CellTerm> terms) {
        List<String> shown = readings.subList(0, Math.min(SHOWN, readings.size()));
        Message cells = locale -> String.join(Message.of("or").in(locale), shown);
        Diagnostic finding = Diagnostic.warning(
                        "claim", excerpt, stated, cells, part.examined().says(rule))
                .as(rule);
        String path = terms.get(0).cell().path().dotted();
        boolean related = terms.size() == 1 && part.examined().places().has(path);
        return related ? finding.related(part.examined().places().of(path), Message.of("cell-here", path)) : finding;
    }

    private static String key(ExpressionSearch match, String group) {
        return match.has(group) ? String.valueOf(match.group(group)) : "";
    }
}
