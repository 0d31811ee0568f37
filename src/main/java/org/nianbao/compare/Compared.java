package org.nianbao.compare;

import org.nianbao.form.Fact;
import org.nianbao.report.Report;
import org.nianbao.template.TemplateData;
import org.nianbao.text.MappedProse;

/**
 * A report in a comparison.
 *
 * @param name of its file, as messages call it
 */
@TemplateData
public record Compared(String name, Report report) {
    /** The agency; that of an aggregate report says so. */
    @TemplateData
    public String agency() {
        String agency = report.agency().orElse("");
        return report.isAggregate()
                ? agency + "（" + report.fact(Fact.Role.SCOPE).orElse("") + "）"
                : agency;
    }

    /** The year, in digits. */
    @TemplateData
    public String year() {
        return report.fact(Fact.Role.YEAR).orElse("");
    }

    /** The prose of a section as it is read; empty if its form has no such section. */
    MappedProse prose(String section) {
        return MappedProse.of(report.prose(section), report::quoted);
    }
}
