package org.nianbao.overview;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.page.Policy;
import org.nianbao.template.StandaloneTemplate;

/** An overview as one self-contained page, filled from {@code overview.ftlh} and {@code overview.js}. */
public final class OverviewPage {
    private OverviewPage() {}

    /**
     * Writes the page.
     *
     * @param templates the templates folder
     * @param program this program and its version
     * @param date of the overview
     * @param diagnostics gets the errors in the templates; then there is no page
     */
    public static Optional<String> write(
            Overview overview, Path templates, String program, LocalDate date, Locale locale, Diagnostics diagnostics) {
        return fill(templates, "overview.js", Map.of(), Map.of(), diagnostics)
                .flatMap(script -> fill(
                        templates,
                        "overview.ftlh",
                        overview,
                        Map.of(
                                "lang", Message.chinese(locale) ? "zh-CN" : "en",
                                "summary", overview.summary(locale),
                                "program", program,
                                "date", date.toString(),
                                "script", StandaloneTemplate.markup(script),
                                "scriptPolicy", Policy.allowing(script)),
                        diagnostics));
    }

    private static Optional<String> fill(
            Path templates, String name, Object data, Map<String, ?> more, Diagnostics diagnostics) {
        return StandaloneTemplate.open(templates, name, diagnostics)
                .flatMap(template -> template.fill(data, more, diagnostics));
    }
}
