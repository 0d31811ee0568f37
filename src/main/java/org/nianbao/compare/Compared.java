package org.nianbao.compare;

import org.nianbao.form.Fact;
import org.nianbao.input.Reading;
import org.nianbao.report.Report;
import org.nianbao.template.TemplateData;
import org.nianbao.text.MappedProse;

/** A report in a comparison. */
@TemplateData
public record Compared(Reading.Filled filled) {
    /** The name of its file in messages. */
    @TemplateData
    public String name() {
        return filled.places().source().name();
    }

    /** The agency; that of an aggregate report says so. */
    @TemplateData
    public String agency() {
        String agency = report().agency().orElse("");
        return report().isAggregate()
                ? agency + "（" + report().fact(Fact.Role.SCOPE).orElse("") + "）"
                : agency;
    }

    /** Whether both are about the same agency, under whatever name, and of the same scope. */
    boolean isOfSameAgency(Compared other) {
        return report().isAggregate() == other.report().isAggregate()
                && report().names()
                        .flatMap(own -> other.report().names().map(own::isSame))
                        .orElse(false);
    }

    /** The year, in digits. */
    @TemplateData
    public String year() {
        return report().fact(Fact.Role.YEAR).orElse("");
    }

    Report report() {
        return filled.report();
    }

    /** The prose of a section with its quotes filled in; empty if its form has no such section. */
    MappedProse prose(String section) {
        return MappedProse.of(report().prose(section), report()::quoted);
    }
}
