package org.nianbao.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.nianbao.diagnostic.Acceptance;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Message;

/**
 * Findings after acceptances are applied.
 *
 * @param open findings that are not accepted, and acceptances of nothing
 * @param accepted number of findings accepted with a reason
 */
public record Verdict(List<Diagnostic> open, int accepted) {
    public Verdict {
        open = List.copyOf(open);
    }

    /**
     * Applies acceptances.
     *
     * @param primary findings
     * @param derived findings that mostly follow from primary ones; open only if no error is
     * @param unseen acceptances of what could not be checked
     */
    public static Verdict of(
            List<Diagnostic> primary,
            List<Diagnostic> derived,
            List<Acceptance> acceptances,
            Predicate<Acceptance> unseen) {
        List<Diagnostic> open = new ArrayList<>(unaccepted(primary, acceptances));
        if (open.stream().noneMatch(Diagnostic::isError)) {
            open.addAll(unaccepted(derived, acceptances));
        }
        List<Diagnostic> all = new ArrayList<>(primary);
        all.addAll(derived);
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
                        && finding.subject().equals(Optional.of(acceptance.subject())));
        Diagnostic idle =
                Diagnostic.warning("idle-acceptance", acceptance.span(), acceptance.id(), acceptance.subject());
        return otherWords ? idle.help(Message.of("idle-acceptance.other-words")) : idle;
    }

    private static List<Diagnostic> unaccepted(List<Diagnostic> findings, List<Acceptance> acceptances) {
        return findings.stream()
                .filter(finding -> acceptances.stream().noneMatch(acceptance -> acceptance.covers(finding)))
                .toList();
    }
}
