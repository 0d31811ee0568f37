package org.nianbao.overview;

import java.util.Map;
import java.util.Optional;
import org.nianbao.recognition.ReportOwner;
import org.nianbao.report.AgencyNames;
import org.nianbao.template.TemplateData;

/**
 * A file that was delivered.
 *
 * @param file name in messages, safe to show
 * @param title empty if it cannot be read
 * @param owner the likely agency and year, if it cannot be read
 * @param figures key figures of its form, by name
 * @param documents addresses of the documents made of it, relative to the page, by format
 */
@TemplateData
public record Delivery(
        String file,
        Optional<Title> title,
        ReportOwner owner,
        FindingCounts findings,
        Map<String, FigureSummary> figures,
        Map<String, String> documents) {
    /** Its agency, or the likely one. */
    @TemplateData
    public Optional<String> agency() {
        return title.map(Title::agency).or(owner::agency);
    }

    /**
     * What identifies a report.
     *
     * @param form name of its form
     * @param inForce whether the edition is one for its year
     * @param agencyPlace where its agency is typed, in words
     * @param yearPlace where its year is typed, in words
     */
    @TemplateData
    public record Title(
            String form,
            int edition,
            boolean inForce,
            AgencyNames names,
            boolean aggregate,
            int year,
            String agencyPlace,
            String yearPlace) {
        @TemplateData
        public String agency() {
            return names.present();
        }
    }
}
