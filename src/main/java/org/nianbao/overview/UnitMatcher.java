package org.nianbao.overview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nianbao.diagnostic.Nearest;
import org.nianbao.overview.Delivery.Title;
import org.nianbao.overview.UnmatchedFile.Reason;
import org.nianbao.report.Units;

/** Finds the unit of each delivery. Without a list of units, every agency that delivers is one. */
final class UnitMatcher {
    /** Unknown names that get a suggestion. With more, the list is the wrong one, and comparing names takes time. */
    private static final int GUESSES = 100;

    private final Optional<Units> units;
    private final Optional<String> form;
    private final Optional<Integer> year;
    private final Map<UnitKey, Units.Unit> due = new LinkedHashMap<>();
    private final Map<UnitKey, List<Delivery>> delivered = new HashMap<>();
    private final Map<UnitKey, List<UnmatchedFile>> toCorrect = new HashMap<>();
    private final List<UnmatchedFile> unmatched = new ArrayList<>();
    private int guesses;

    /** A unit's name in its normal form, and which of its reports counts. */
    private record UnitKey(String name, boolean aggregate) {
        static UnitKey of(String name, boolean aggregate) {
            return new UnitKey(Units.normalized(name), aggregate);
        }
    }

    /**
     * @param form that is collected
     * @param year that is collected
     */
    UnitMatcher(Optional<Units> units, Optional<String> form, Optional<Integer> year) {
        this.units = units;
        this.form = form;
        this.year = year;
        units.ifPresent(list ->
                list.all().forEach(unit -> due.putIfAbsent(UnitKey.of(unit.name(), unit.aggregate()), unit)));
    }

    void add(Delivery delivery) {
        Optional<Reason> reason =
                delivery.title().map(title -> match(delivery, title)).orElse(Optional.of(Reason.UNREADABLE));
        reason.ifPresent(why -> {
            Optional<Units.Unit> unit = owner(delivery, why);
            UnmatchedFile file = new UnmatchedFile(delivery, why, guess(delivery, why), unit.map(Units.Unit::name));
            unmatched.add(file);
            unit.ifPresent(known -> toCorrect
                    .computeIfAbsent(UnitKey.of(known.name(), known.aggregate()), unknown -> new ArrayList<>())
                    .add(file));
        });
    }

    /** The unit on the list that delivered a file which does not count as it is. */
    private Optional<Units.Unit> owner(Delivery delivery, Reason reason) {
        if (reason == Reason.OTHER_FORM || reason == Reason.WHOLE || reason == Reason.UNKNOWN) {
            return Optional.empty();
        }
        return units.flatMap(list -> delivery.title()
                .map(title -> title.names().in(list).or(() -> list.abbreviated(title.agency())))
                .orElseGet(() -> delivery.owner().agency().flatMap(list::named)));
    }

    /** Assigns a delivery to its unit; else the reason why it does not count. */
    private Optional<Reason> match(Delivery delivery, Title title) {
        if (!form.equals(Optional.of(title.form()))) {
            return Optional.of(Reason.OTHER_FORM);
        }
        Optional<Units.Unit> unit = units.flatMap(title.names()::in);
        UnitKey key =
                unit.map(known -> UnitKey.of(known.name(), title.aggregate())).orElseGet(() -> known(title));
        if (!year.equals(Optional.of(title.year()))) {
            return Optional.of(Reason.OTHER_YEAR);
        }
        if (units.isEmpty()) {
            due.putIfAbsent(key, new Units.Unit(title.agency(), List.of(), "", title.aggregate()));
        }
        if (due.containsKey(key)) {
            delivered.computeIfAbsent(key, unknown -> new ArrayList<>()).add(delivery);
            return Optional.empty();
        }
        boolean whole = title.aggregate()
                && units.filter(list -> title.names().has(list.whole())).isPresent();
        return Optional.of(whole ? Reason.WHOLE : unit.isPresent() ? Reason.OTHER_SCOPE : unknown(title));
    }

    private Reason unknown(Title title) {
        return units.flatMap(list -> list.abbreviated(title.agency())).isPresent() ? Reason.NAME : Reason.UNKNOWN;
    }

    /** The key under which the agency is known by one of its names, or else its own. */
    private UnitKey known(Title title) {
        return title.names().all().stream()
                .map(name -> UnitKey.of(name, title.aggregate()))
                .filter(due::containsKey)
                .findFirst()
                .orElseGet(() -> UnitKey.of(title.agency(), title.aggregate()));
    }

    private Optional<String> guess(Delivery delivery, Reason reason) {
        if (reason != Reason.UNKNOWN || guesses == GUESSES) {
            return Optional.empty();
        }
        guesses++;
        List<String> names = due.values().stream().map(Units.Unit::name).toList();
        return delivery.title().flatMap(title -> Nearest.to(title.agency(), names));
    }

    /** The units in the order of the list. */
    List<DeliveryStatus> units() {
        List<DeliveryStatus> all = new ArrayList<>();
        due.forEach((key, unit) -> all.add(new DeliveryStatus(
                all.size() + 1,
                unit.name(),
                unit.aggregate(),
                unit.group(),
                delivered.getOrDefault(key, List.of()),
                toCorrect.getOrDefault(key, List.of()))));
        return all;
    }

    List<UnmatchedFile> unmatched() {
        return unmatched;
    }
}
