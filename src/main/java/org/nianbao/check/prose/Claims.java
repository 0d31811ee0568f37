package org.nianbao.check.prose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nianbao.problem.Message;
import org.nianbao.problem.Problem;
import org.nianbao.prose.Numeral;
import org.nianbao.prose.Text;
import org.nianbao.report.ProseRules;
import org.nianbao.report.Report;
import org.nianbao.report.Term;

/** Sentences that say how many, held against the cells that say it too. */
final class Claims {
    private static final Pattern YEAR = Pattern.compile("(?<![0-9])((?:19|20)[0-9]{2})年");

    private final Part part;
    private final ProseRules.Claim claim;
    private final List<Problem> problems;

    private Claims(Part part, ProseRules.Claim claim, List<Problem> problems) {
        this.part = part;
        this.claim = claim;
        this.problems = problems;
    }

    static void look(Part part, ProseRules.Claim claim, List<Problem> problems) {
        Claims claims = new Claims(part, claim, problems);
        part.passage().paragraphs().forEach(paragraph -> paragraph.sentences().forEach(claims::sentence));
    }

    private void sentence(Text sentence) {
        String words = sentence.words();
        if (claim.context().isPresent() && !claim.context().get().matcher(words).find()) {
            return;
        }
        for (Pattern says : claim.says()) {
            Matcher matcher = says.matcher(words);
            while (matcher.find()) {
                Optional<BigDecimal> number = Numeral.value(matcher.group("n"));
                if (number.isPresent() && isMeant(words, matcher)) {
                    compare(sentence, matcher, number.get());
                }
            }
        }
    }

    /** Whether it is this report's statistic: no other scope, no other year. */
    private boolean isMeant(String words, Matcher matcher) {
        String clause = words.substring(words.lastIndexOf('；', matcher.start()) + 1, matcher.end());
        if (claim.unless().isPresent() && claim.unless().get().matcher(clause).find()) {
            return false;
        }
        Matcher year = YEAR.matcher(words.substring(0, matcher.start()));
        String last = "";
        while (year.find()) {
            last = year.group(1);
        }
        String own = part.examined().year().map(String::valueOf).orElse("");
        return last.isEmpty() || last.equals(own);
    }

    private void compare(Text sentence, Matcher matcher, BigDecimal number) {
        List<Counted> readings = new ArrayList<>();
        for (ProseRules.Reading reading : claim.readings()) {
            Optional<BigDecimal> sum = sum(reading);
            if (sum.isEmpty() || sum.get().compareTo(number) == 0) {
                return;
            }
            readings.add(new Counted(reading, sum.get()));
        }
        Message cells = locale -> {
            StringBuilder said = new StringBuilder();
            for (Counted counted : readings) {
                said.append(said.isEmpty() ? "" : Message.of("or").in(locale)).append(counted.said());
            }
            return said.toString();
        };
        Problem problem = part.warning(
                claim.rule(),
                sentence,
                matcher.start(),
                matcher.end(),
                Message.of(
                        "claim",
                        Part.shown(sentence.words(), matcher.start(), matcher.end()),
                        matcher.group("n"),
                        cells,
                        part.examined().says(claim.rule())),
                Message.of("claim.way-out"));
        for (Term term : readings.get(0).reading().terms()) {
            if (part.examined().places().has(term.path())
                    && readings.get(0).reading().terms().size() == 1) {
                problem =
                        problem.related(part.examined().places().of(term.path()), Message.of("cell-here", term.path()));
            }
        }
        problems.add(problem);
    }

    /** A reading with what it comes to. */
    private record Counted(ProseRules.Reading reading, BigDecimal sum) {
        String said() {
            return reading.written().replaceAll("[^ .]+\\.(?=[^ ]*\\.)", "") + " = " + sum.toPlainString();
        }
    }

    private Optional<BigDecimal> sum(ProseRules.Reading reading) {
        Report report = part.examined().report();
        BigDecimal sum = BigDecimal.ZERO;
        for (Term term : reading.terms()) {
            Optional<BigDecimal> value = part.examined().canRead(term.path())
                    ? report.cell(term.path()).value()
                    : Optional.empty();
            if (value.isEmpty()) {
                return Optional.empty();
            }
            sum = term.minus() ? sum.subtract(value.get()) : sum.add(value.get());
        }
        return Optional.of(sum);
    }
}
