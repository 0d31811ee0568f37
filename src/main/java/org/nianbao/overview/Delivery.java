package org.nianbao.overview;

import java.util.Map;
import java.util.Optional;
import org.nianbao.report.AgencyNames;
import org.nianbao.template.TemplateData;

/**
 * A file that was delivered.
 *
 * @param file name in messages, safe to show
 * @param title empty if it cannot be read
 * @param figures key figures of its form, by name
 * @param documents addresses of the documents made of it, relative to the page, by format
 */
@TemplateData
public record Delivery(
        String file,
        Optional<Title> title,
        FindingCounts findings,
        Map<String, FigureSummary> figures,
        Map<String, String> documents) {
    /**
     * What identifies a report.
     *
     * @param form name of its form
     * @param inForce whether the edition is one for its year
     */
    @TemplateData
    public record Title(String form, int edition, boolean inForce, AgencyNames names, boolean aggregate, int year) {
        @TemplateData
        public String agency() {
            return names.present();
        }
    }
}
