package org.nianbao.check;

import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.nianbao.problem.Message;
import org.nianbao.problem.Places;
import org.nianbao.report.Fact;
import org.nianbao.report.Form;
import org.nianbao.report.Report;

/**
 * A report that is looked at.
 *
 * @param report what it says
 * @param places where each part of it was written
 * @param unread keys of sections in which something could not be read, so that nothing can be said of their figures
 */
public record Examined(Report report, Places places, Set<String> unread) {
    public Examined {
        unread = Set.copyOf(unread);
    }

    /** The year that the report is about, if it says so. */
    public Optional<Integer> year() {
        return report.fact(Fact.Role.YEAR).map(Integer::valueOf);
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
    public boolean canRead(String path) {
        return unread.stream().noneMatch(section -> path.startsWith(section + "."));
    }
}
