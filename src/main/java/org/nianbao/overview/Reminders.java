package org.nianbao.overview;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.template.StandaloneTemplate;

/** A text for each unit that has something to do, to be sent to it, filled from {@code reminder.ftl}. */
public final class Reminders {
    private Reminders() {}

    /**
     * Writes the texts.
     *
     * @param templates the templates folder
     * @param date of the texts
     * @param diagnostics gets the errors in the template; then there are no texts
     * @return the texts by the unit's name, in the order of the list
     */
    public static Map<String, String> of(Overview overview, Path templates, LocalDate date, Diagnostics diagnostics) {
        Map<String, String> texts = new LinkedHashMap<>();
        Optional<StandaloneTemplate> template = StandaloneTemplate.open(templates, "reminder.ftl", diagnostics);
        for (DeliveryStatus unit : overview.all().units()) {
            if (template.isPresent() && unit.isOpen()) {
                Map<String, Object> more = Map.of("unit", unit, "date", chinese(date));
                template.get().fill(overview, more, diagnostics).ifPresent(text -> texts.put(unit.name(), text));
            }
        }
        return texts;
    }

    private static String chinese(LocalDate date) {
        return "%d年%d月%d日".formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }
}
