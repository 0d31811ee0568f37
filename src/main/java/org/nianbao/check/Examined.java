package org.nianbao.check;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.SourceSpans;
import org.nianbao.form.CellPath;
import org.nianbao.form.Form;
import org.nianbao.report.Report;

/**
 * A report that is looked at.
 *
 * @param report what it says
 * @param places where each part of it was written
 * @param unread keys of sections in which something could not be read, so that nothing can be said of their figures
 */
public record Examined(Report report, SourceSpans places, Set<String> unread) {
    public Examined {
        unread = Set.copyOf(unread);
    }

    /**
     * Makes a report ready to be looked at.
     *
     * @param diagnostics that were found when it was read
     */
    public static Examined of(Report report, SourceSpans places, List<Diagnostic> diagnostics) {
        Set<String> unread = diagnostics.stream()
                .filter(diagnostic ->
                        Set.of("unknown-key", "no-rows", "no-prose").contains(diagnostic.id())
                                || isUnwritten(diagnostic))
                .flatMap(diagnostic -> diagnostic.subject().stream())
                .map(subject -> new CellPath(subject).section())
                .collect(Collectors.toSet());
        return new Examined(report, places, unread);
    }

    /** Whether a whole section is still to be written; a figure that is still to be filled in is blank, and says nothing. */
    private static boolean isUnwritten(Diagnostic diagnostic) {
        return diagnostic.isToFillIn()
                && diagnostic
                        .subject()
                        .map(CellPath::new)
                        .filter(CellPath::isSection)
                        .isPresent();
    }

    /** What the form's rule of that id wants, in its own words. */
    public Message says(String rule) {
        Form.Rule words = Objects.requireNonNull(report.form().rules().get(rule), rule);
        return Message.of(new Message.Bilingual(words.zh(), words.en()));
    }

    /** The same report, of which some more sections cannot be relied on. */
    public Examined without(Set<String> sections) {
        Set<String> all = new HashSet<>(unread);
        all.addAll(sections);
        return new Examined(report, places, all);
    }

    /** Whether the figure at a path can be relied on. */
    public boolean canRead(CellPath path) {
        return !unread.contains(path.section());
    }
}
