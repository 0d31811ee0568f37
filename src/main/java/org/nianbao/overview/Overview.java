package org.nianbao.overview;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nianbao.diagnostic.Message;
import org.nianbao.overview.Delivery.Title;
import org.nianbao.report.Units;
import org.nianbao.template.TemplateData;

/**
 * The state of a collection of reports.
 *
 * @param whole the agency that collects, if a list of units names it
 * @param form name of the form that most reports fill; empty if none can be read
 * @param year that is collected; empty if none can be read
 * @param listed whether there is a list of the units that must deliver
 * @param all units, in the order of the list
 * @param groups of the list; none without one
 * @param unmatched files that count for no unit
 */
@TemplateData
public record Overview(
        Optional<String> whole,
        Optional<String> form,
        Optional<Integer> year,
        boolean listed,
        Group all,
        List<Group> groups,
        List<UnmatchedFile> unmatched) {

    /**
     * Matches deliveries with units.
     *
     * @param units that must deliver; without it, those that have
     * @param year that is collected; without it, the year of most reports, the later of two
     */
    static Overview of(List<Delivery> deliveries, Optional<Units> units, Optional<Integer> year) {
        List<Title> titles = deliveries.stream()
                .flatMap(delivery -> delivery.title().stream())
                .toList();
        Optional<String> form = mostCommon(titles, Title::form, Comparator.reverseOrder());
        List<Title> filling = titles.stream()
                .filter(title -> form.equals(Optional.of(title.form())))
                .toList();
        Optional<Integer> collected = year.or(() -> mostCommon(filling, Title::year, Comparator.naturalOrder()));
        UnitMatcher matcher = new UnitMatcher(units, form, collected);
        deliveries.forEach(matcher::add);
        List<DeliveryStatus> all = matcher.units();
        Map<String, List<DeliveryStatus>> groups = all.stream()
                .collect(Collectors.groupingBy(DeliveryStatus::group, LinkedHashMap::new, Collectors.toList()));
        return new Overview(
                units.map(Units::whole),
                form,
                collected,
                units.isPresent(),
                new Group("", all),
                groups.entrySet().stream()
                        .filter(group -> units.isPresent())
                        .map(group -> new Group(group.getKey(), group.getValue()))
                        .toList(),
                matcher.unmatched());
    }

    /** The value that most titles have; of several, the last in an order. */
    private static <T> Optional<T> mostCommon(List<Title> titles, Function<Title, T> value, Comparator<T> order) {
        return titles.stream().collect(Collectors.groupingBy(value, Collectors.counting())).entrySet().stream()
                .max(Map.Entry.<T, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey(order)))
                .map(Map.Entry::getKey);
    }

    /** The names of the key figures. */
    @TemplateData
    public Collection<String> columns() {
        return all.units().stream()
                .flatMap(unit -> unit.delivered().stream())
                .flatMap(delivery -> delivery.figures().keySet().stream())
                .distinct()
                .toList();
    }

    /** Whether a key figure of last year is known. */
    @TemplateData
    public boolean compared() {
        return all.units().stream()
                .flatMap(unit -> unit.figures().values().stream())
                .anyMatch(figure -> figure.before().isPresent());
    }

    /** The ranking of the units by the first key figure. */
    @TemplateData
    public Optional<Ranking> ranking() {
        return columns().stream().findFirst().flatMap(figure -> Ranking.of(figure, all.units()));
    }

    /** One sentence, without a line break: {@code 应报40家，已报34家，未报6家}. */
    public String summary(Locale locale) {
        List<Message> parts = new ArrayList<>();
        int twice = all.count(unit -> unit.state() == DeliveryStatus.State.TWICE);
        if (listed) {
            parts.add(Message.of("reports-due", all.due()));
        }
        parts.add(Message.of("reports-delivered", all.delivered()));
        if (all.toCorrect() > 0) {
            parts.add(Message.of("reports-to-correct", all.toCorrect()));
        }
        if (listed) {
            parts.add(Message.of("reports-missing", all.missing()));
        }
        if (all.withErrors() > 0) {
            parts.add(Message.of("reports-with-errors", all.withErrors()));
        }
        if (twice > 0) {
            parts.add(Message.of("reports-twice", twice));
        }
        if (!unmatched.isEmpty()) {
            parts.add(
                    Message.of(unmatched.size() == 1 ? "one-file-not-counted" : "files-not-counted", unmatched.size()));
        }
        return parts.stream()
                .map(part -> part.in(locale))
                .collect(Collectors.joining(Message.of("comma").in(locale)));
    }
}
