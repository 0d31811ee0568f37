package org.nianbao.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.nianbao.diagnostic.Acceptance;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.Problem;

/**
 * What is left of the findings.
 *
 * @param open neither accepted nor mended, and acceptances that accept nothing
 * @param accepted how many findings stand with a reason
 */
public record Verdict(List<Problem> open, int accepted) {
    public Verdict {
        open = List.copyOf(open);
    }

    /**
     * Sorts findings by the acceptances that people wrote.
     *
     * @param told what the checks found
     * @param echoes findings that mostly follow from others; they are told once no error is open
     * @param acceptances what may stand
     * @param unseen acceptances of what could not be looked at, so that nobody knows whether there is something
     */
    public static Verdict of(
            List<Problem> told, List<Problem> echoes, List<Acceptance> acceptances, Predicate<Acceptance> unseen) {
        List<Problem> open = new ArrayList<>(unaccepted(told, acceptances));
        if (open.stream().noneMatch(Problem::isError)) {
            open.addAll(unaccepted(echoes, acceptances));
        }
        List<Problem> all = new ArrayList<>(told);
        all.addAll(echoes);
        int accepted = all.size() - unaccepted(all, acceptances).size();
        for (Acceptance acceptance : acceptances) {
            if (all.stream().noneMatch(acceptance::covers) && !unseen.test(acceptance)) {
                open.add(idle(acceptance, all));
            }
        }
        return new Verdict(open, accepted);
    }

    private static Problem idle(Acceptance acceptance, List<Problem> all) {
        boolean otherWords = all.stream()
                .anyMatch(finding -> finding.id().equals(acceptance.id())
                        && finding.subject()
                                .filter(acceptance.subject()::equals)
                                .isPresent());
        return Problem.warning(
                "idle-acceptance",
                acceptance.place(),
                Message.of("idle-acceptance", acceptance.id(), acceptance.subject()),
                Message.of(otherWords ? "idle-acceptance.other-words" : "idle-acceptance.way-out"));
    }

    private static List<Problem> unaccepted(List<Problem> findings, List<Acceptance> acceptances) {
        return findings.stream()
                .filter(finding -> acceptances.stream().noneMatch(acceptance -> acceptance.covers(finding)))
                .toList();
    }
}
