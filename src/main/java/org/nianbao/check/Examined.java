package org.nianbao.check;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.SourceSpans;
import org.nianbao.form.CellPath;
import org.nianbao.form.Form;
import org.nianbao.report.Report;

/**
 * A report that is checked.
 *
 * @param unread keys of the sections that could not be read completely, whose figures are not checked
 */
public record Examined(Report report, SourceSpans places, Set<String> unread) {
    private static final Set<String> INCOMPLETE = Set.of(
            "unknown-key", "unknown-row", "single-row", "no-rows", "no-prose", "prose-as-list", "comment-in-prose");

    public Examined {
        unread = Set.copyOf(unread);
    }

    /** A report as it was read, with the diagnostics of the reader. */
    public static Examined of(Report report, SourceSpans places, List<Diagnostic> diagnostics) {
        Set<String> unread = diagnostics.stream()
                .filter(diagnostic -> INCOMPLETE.contains(diagnostic.id()) || isUnwritten(diagnostic))
                .flatMap(diagnostic -> diagnostic.subject().stream())
                .map(subject -> new CellPath(subject).section())
                .collect(Collectors.toSet());
        return new Examined(report, places, unread);
    }

    /** Whether a whole section is still to be written. A figure that is still to be filled in is only blank. */
    private static boolean isUnwritten(Diagnostic diagnostic) {
        return diagnostic.isToFillIn()
                && diagnostic
                        .subject()
                        .map(CellPath::new)
                        .filter(CellPath::isSection)
                        .isPresent();
    }

    /** The text of a rule of the form. */
    public Message says(String rule) {
        Form.Rule words = Objects.requireNonNull(report.form().rules().get(rule), rule);
        return Message.of(new Message.Bilingual(words.zh(), words.en()));
    }

    /** The same report with more sections that cannot be relied on. */
    public Examined without(Set<String> sections) {
        Set<String> all = new HashSet<>(unread);
        all.addAll(sections);
        return new Examined(report, places, all);
    }

    /** Whether a cell can be relied on. */
    public boolean canRead(CellPath path) {
        return !unread.contains(path.section());
    }

    /** The value of a cell that can be relied on and is not blank. */
    public Optional<BigDecimal> value(CellPath path) {
        return canRead(path) ? report.cell(path).value() : Optional.empty();
    }

    /** A diagnostic about a part of the report, at its place. */
    public Diagnostic about(CellPath path, Diagnostic diagnostic) {
        return diagnostic.at(places.of(path.dotted())).about(path.dotted());
    }
}
