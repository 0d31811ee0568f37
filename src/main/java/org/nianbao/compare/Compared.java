package org.nianbao.compare;

import org.nianbao.form.Fact;
import org.nianbao.report.Report;
import org.nianbao.text.MappedProse;

/**
 * A report that is compared.
 *
 * @param name how the person called its file
 * @param report what it says
 */
public record Compared(String name, Report report) {
    /** The body that publishes it; of its two reports, the one that sums up others says so behind the name. */
    public String agency() {
        String agency = report.agency().orElse("");
        return report.isAggregate()
                ? agency + "（" + report.fact(Fact.Role.SCOPE).orElse("") + "）"
                : agency;
    }

    /** The year that it is about, in digits. */
    public String year() {
        return report.fact(Fact.Role.YEAR).orElse("");
    }

    /** The prose of a section as a reader has it; empty where its form has no such section. */
    MappedProse prose(String section) {
        return MappedProse.of(report.prose(section), report::quoted);
    }
}
