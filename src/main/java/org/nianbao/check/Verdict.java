package org.nianbao.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.nianbao.diagnostic.Acceptance;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Message;

/**
 * What is left of the findings.
 *
 * @param open neither accepted nor mended, and acceptances that accept nothing
 * @param accepted how many findings stand with a reason
 */
public record Verdict(List<Diagnostic> open, int accepted) {
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
            List<Diagnostic> told,
            List<Diagnostic> echoes,
            List<Acceptance> acceptances,
            Predicate<Acceptance> unseen) {
        List<Diagnostic> open = new ArrayList<>(unaccepted(told, acceptances));
        if (open.stream().noneMatch(Diagnostic::isError)) {
            open.addAll(unaccepted(echoes, acceptances));
        }
        List<Diagnostic> all = new ArrayList<>(told);
        all.addAll(echoes);
        int accepted = all.size() - unaccepted(all, acceptances).size();
        for (Acceptance acceptance : acceptances) {
            if (all.stream().noneMatch(acceptance::covers) && !unseen.test(acceptance)) {
                open.add(idle(acceptance, all));
            }
        }
        return new Verdict(open, accepted);
    }

    private static Diagnostic idle(Acceptance acceptance, List<Diagnostic> all) {
        boolean otherWords = all.stream()
                .anyMatch(finding -> finding.id().equals(acceptance.id())
                        && finding.subject()
                                .filter(acceptance.subject()::equals)
                                .isPresent());
        return Diagnostic.warning("idle-acceptance", acceptance.place(), acceptance.id(), acceptance.subject())
                .help(Message.of(otherWords ? "idle-acceptance.other-words" : "idle-acceptance.help"));
    }

    private static List<Diagnostic> unaccepted(List<Diagnostic> findings, List<Acceptance> acceptances) {
        return findings.stream()
                .filter(finding -> acceptances.stream().noneMatch(acceptance -> acceptance.covers(finding)))
                .toList();
    }
}
