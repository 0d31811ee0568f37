package org.nianbao.check.prose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Message;
import org.nianbao.form.CellTerm;
import org.nianbao.form.ProseRules;
import org.nianbao.text.TokenizedText;

/** Sentences that say how many, or that there was none, held against the cells that say it too. */
final class Claims {
    /** In characters: how far back the words reach that may make it another statistic. */
    private static final int CLAUSE = 160;

    /** How many readings a message shows. */
    private static final int SHOWN = 2;

    private final ProsePart part;

    /** What has been told, by where its words end; two ways of saying it may fit the same words. */
    private final Set<String> told = new HashSet<>();

    private Claims(ProsePart part) {
        this.part = part;
    }

    static void look(ProsePart part, List<ProseRules.Claim> claims) {
        Claims look = new Claims(part);
        for (Paragraph paragraph : part.paragraphs()) {
            int before = 0;
            for (Paragraph.Sentence sentence : paragraph.sentences()) {
                int context = Math.max(before, sentence.from() - CLAUSE);
                if (sentence.counts() || sentence.denies()) {
                    look.sentence(paragraph, sentence, context, claims);
                }
                before = sentence.from();
            }
            look.told.clear();
        }
    }

    /**
     * Checks a sentence against all claims.
     *
     * @param context the start of the sentence before: 其中…… may continue its subject
     */
    private void sentence(
            Paragraph paragraph, Paragraph.Sentence sentence, int context, List<ProseRules.Claim> claims) {
        Map<String, Integer> subjects = new HashMap<>(); // many claims share a context
        for (ProseRules.Claim claim : claims) {
            int about = subjects.computeIfAbsent(
                    claim.context().map(Pattern::pattern).orElse(""),
                    unused -> about(paragraph, sentence, context, claim));
            if (about >= 0) {
                sentence(paragraph, sentence, about, claim);
            }
        }
    }

    private void sentence(Paragraph paragraph, Paragraph.Sentence sentence, int about, ProseRules.Claim claim) {
        for (Pattern wording : sentence.counts() ? claim.says() : List.<Pattern>of()) {
            Matcher matcher = paragraph.marked(wording, sentence);
            while (!part.isFull(claim.rule()) && matcher.find()) {
                paragraph
                        .marked()
                        .numberAt(matcher.start("n"))
                        .ifPresent(number -> says(paragraph, sentence, about, claim, matcher, number));
            }
        }
        for (Pattern wording : sentence.denies() ? claim.none() : List.<Pattern>of()) {
            Matcher matcher = paragraph.marked(wording, sentence);
            while (!part.isFull(claim.rule()) && matcher.find()) {
                if (isMeant(paragraph, sentence, about, claim, matcher)) {
                    compare(paragraph, claim, matcher.start(), matcher.end(), "0", BigDecimal.ZERO);
                }
            }
        }
    }

    /** Where the words begin that show what a sentence is about: its own first ones, or those of the one before; or -1. */
    private static int about(Paragraph paragraph, Paragraph.Sentence sentence, int context, ProseRules.Claim claim) {
        if (claim.context().isEmpty() || has(paragraph, claim.context(), sentence.from(), sentence.to())) {
            return sentence.from();
        }
        return has(paragraph, claim.context(), context, sentence.to()) ? context : -1;
    }

    private void says(
            Paragraph paragraph,
            Paragraph.Sentence sentence,
            int about,
            ProseRules.Claim claim,
            Matcher matcher,
            TokenizedText.NumberToken number) {
        if (isMeant(paragraph, sentence, about, claim, matcher)) {
            int from = number.start();
            while (from > matcher.start()
                    && "，、；：（".indexOf(paragraph.marked().plain().charAt(from - 1)) < 0) {
                from--;
            }
            compare(paragraph, claim, from, matcher.end(), number.typed(), number.value());
        }
    }

    /** Whether it is this report's statistic: no other scope, no other year. */
    private boolean isMeant(
            Paragraph paragraph, Paragraph.Sentence sentence, int about, ProseRules.Claim claim, Matcher matcher) {
        String plain = paragraph.marked().plain();
        int begin = Math.max(sentence.from(), matcher.start() - CLAUSE);
        int clause = Math.max(begin, plain.lastIndexOf('；', matcher.start()) + 1);
        int near = Math.max(clause, near(plain, matcher.start()));
        if (has(paragraph, claim.unless(), about < sentence.from() ? about : clause, matcher.end())
                || has(paragraph, claim.near(), near, matcher.end())) {
            return false;
        }
        Optional<Integer> year = lastYear(plain, begin, matcher.start());
        return year.isEmpty()
                || (year.equals(part.examined().report().year()) && !severalYears(plain, clause, matcher.start()));
    }

    private static boolean has(Paragraph paragraph, Optional<Pattern> pattern, int from, int to) {
        return pattern.filter(words -> paragraph.has(words, from, to)).isPresent();
    }

    /** Behind the last comma before an offset; 其中， belongs to what it opens. */
    private static int near(String plain, int offset) {
        int comma = plain.lastIndexOf('，', offset - 1);
        boolean opens = comma >= 0 && plain.startsWith("其中", comma - 2);
        return (opens ? plain.lastIndexOf('，', comma - 1) : comma) + 1;
    }

    /** The last year that is named in a stretch; one in brackets, or one that is only carried over, does not count. */
    private static Optional<Integer> lastYear(String plain, int from, int to) {
        for (int at = plain.lastIndexOf('年', to - 1); at >= from + 4; at = plain.lastIndexOf('年', at - 1)) {
            String digits = plain.substring(at - 4, at);
            if (digits.chars().allMatch(c -> c >= '0' && c <= '9') && !isAside(plain, at, to)) {
                return Optional.of(Integer.valueOf(digits));
            }
        }
        return Optional.empty();
    }

    /** 2023年、2024年分别……: nobody can tell which number is whose. */
    private static boolean severalYears(String plain, int from, int to) {
        int listed = plain.indexOf("年、", from);
        return listed >= 0 && listed < to;
    }

    private static boolean isAside(String plain, int at, int to) {
        int close = plain.indexOf('）', at);
        boolean inBrackets = close >= 0
                && close < to
                && plain.lastIndexOf('（', at) > plain.lastIndexOf('）', at)
                && plain.lastIndexOf('（', at) >= at - CLAUSE;
        return inBrackets || plain.startsWith("结转", at + 1) || plain.startsWith("转结", at + 1);
    }

    private void compare(
            Paragraph paragraph, ProseRules.Claim claim, int from, int to, String stated, BigDecimal number) {
        // where there was none, there was none of it at all: only the first reading is the whole
        List<Counted> readings = new ArrayList<>();
        for (ProseRules.Interpretation reading : claim.interpretations()) {
            Optional<BigDecimal> sum = sum(part, reading);
            boolean only = number.signum() > 0 || readings.isEmpty();
            if (sum.isEmpty() || (only && sum.get().compareTo(number) == 0)) {
                return;
            }
            readings.add(new Counted(reading, sum.get()));
        }
        if (!told.add(claim.rule() + " " + to)) {
            return;
        }
        Message cells = locale -> {
            StringBuilder said = new StringBuilder();
            for (Counted counted : readings.subList(0, Math.min(SHOWN, readings.size()))) {
                said.append(said.isEmpty() ? "" : Message.of("or").in(locale)).append(counted.said());
            }
            return said.toString();
        };
        Diagnostic diagnostic = Diagnostic.warning(
                        "claim",
                        ProsePart.shown(paragraph, from, to),
                        stated,
                        cells,
                        part.examined().says(claim.rule()))
                .as(claim.rule());
        List<CellTerm> terms = readings.get(0).reading().terms();
        if (terms.size() == 1
                && part.examined().places().has(terms.get(0).cell().path().dotted())) {
            String path = terms.get(0).cell().path().dotted();
            diagnostic = diagnostic.related(part.examined().places().of(path), Message.of("cell-here", path));
        }
        part.add(diagnostic, paragraph, from, to);
    }

    /** A reading with what it comes to. */
    private record Counted(ProseRules.Interpretation reading, BigDecimal sum) {
        String said() {
            return reading.written().replaceAll("(?<=^|[-+] )[^ .]+\\.", "") + " = " + sum.toPlainString();
        }
    }

    /** What a reading comes to, if all of its cells can be relied on and none is blank. */
    static Optional<BigDecimal> sum(ProsePart part, ProseRules.Interpretation reading) {
        boolean known = reading.terms().stream()
                .allMatch(term -> part.examined().canRead(term.cell().path()));
        return known ? part.examined().report().sum(reading.terms()) : Optional.empty();
    }
}
