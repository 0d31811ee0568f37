package org.nianbao.check.years;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.nianbao.check.Examined;
import org.nianbao.problem.Message;
import org.nianbao.problem.Place;
import org.nianbao.problem.Problem;
import org.nianbao.prose.Text;
import org.nianbao.report.ProseRules;

/** Prose that was taken over from last year's report. Tables repeat by nature and are not looked at. */
public final class Repetition {
    /** Figures and years change by themselves; what is left of a sentence is what somebody wrote. */
    private static final Pattern CHANGING = Pattern.compile("[0-9０-９.．,，%％\\s]+|[，。；：、“”（）()《》]");

    /** In characters: how much of a sentence a message quotes. */
    private static final int QUOTED = 30;

    private final Examined now;
    private final Examined before;
    private final ProseRules.Repetition rule;

    private Repetition(Examined now, Examined before, ProseRules.Repetition rule) {
        this.now = now;
        this.before = before;
        this.rule = rule;
    }

    /** The sections too much of which stood in last year's report, each with the sentences. */
    public static List<Problem> of(Examined now, Examined before) {
        List<Problem> problems = new ArrayList<>();
        now.report().form().prose().repetition().ifPresent(rule -> {
            Repetition repetition = new Repetition(now, before, rule);
            rule.sections().forEach(key -> repetition.look(key, problems));
        });
        return problems;
    }

    private void look(String key, List<Problem> problems) {
        Set<String> earlier =
                sentences(before, key).stream().map(Repetition::core).collect(Collectors.toSet());
        List<Text> sentences = sentences(now, key);
        List<Text> repeated = sentences.stream()
                .filter(sentence -> earlier.contains(core(sentence)))
                .toList();
        if (sentences.size() < rule.fewest() || repeated.size() * 100 <= sentences.size() * rule.most()) {
            return;
        }
        BigDecimal share = BigDecimal.valueOf(repeated.size() * 100L)
                .divide(BigDecimal.valueOf(sentences.size()), 0, RoundingMode.HALF_UP);
        Problem problem = Problem.warning(
                        rule.rule(),
                        place(now, key, repeated.get(0)),
                        Message.of(
                                "repeated",
                                key,
                                sentences.size(),
                                repeated.size(),
                                share.toPlainString(),
                                now.says(rule.rule())),
                        Message.of("accept-word", Message.of("repeated.way-out"), rule.rule(), key))
                .about(key);
        for (Text sentence : repeated) {
            String words = sentence.words().strip();
            problem = problem.related(
                    place(now, key, sentence),
                    Message.verbatim(words.length() > QUOTED ? words.substring(0, QUOTED) + "…" : words));
        }
        problems.add(problem);
    }

    private List<Text> sentences(Examined examined, String key) {
        return Sentences.of(examined, key).stream()
                .filter(sentence -> core(sentence).length() >= rule.shortest())
                .toList();
    }

    private static String core(Text sentence) {
        return CHANGING.matcher(sentence.words()).replaceAll("");
    }

    private static Place place(Examined examined, String key, Text sentence) {
        return Sentences.place(examined, key, sentence, 0, sentence.words().length());
    }
}
