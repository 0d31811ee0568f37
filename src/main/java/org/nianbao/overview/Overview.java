package org.nianbao.overview;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nianbao.diagnostic.Nearest;
import org.nianbao.form.CellType;
import org.nianbao.report.Units;

/**
 * How far the collecting of reports has come: how it stands with each unit, and what came that counts for nobody. The form
 * that is collected is the one that most reports fill.
 */
public final class Overview {
    /** With more names that nobody knows, the list is a wrong one; and comparing names takes its time. */
    private static final int MOST_GUESSES = 100;

    private final Optional<Units> units;
    private final Optional<String> form;
    private final Optional<Integer> year;
    private final Map<UnitKey, Drawer> drawers = new LinkedHashMap<>();
    private final List<UnmatchedFile> strays = new ArrayList<>();

    /** A unit's name, however it was typed, and which of its reports counts. */
    private record UnitKey(String name, boolean aggregate) {}

    /** What came from a unit. */
    private record Drawer(
            int number,
            String name,
            boolean aggregate,
            String group,
            List<Delivery> delivered,
            List<Delivery> otherYears) {
        Drawer(int number, String name, boolean aggregate, String group) {
            this(number, name, aggregate, group, new ArrayList<>(), new ArrayList<>());
        }

        DeliveryStatus standing() {
            return new DeliveryStatus(number, name, aggregate, group, delivered, otherYears);
        }
    }

    private Overview(Optional<Units> units, Optional<String> form, Optional<Integer> year) {
        this.units = units;
        this.form = form;
        this.year = year;
    }

    /**
     * Puts what came in order.
     *
     * @param deliveries in the order in which they shall stand
     * @param units who must deliver; if nobody says, everybody who has
     * @param year that is collected; if nobody says, the one that most reports are about, the later of two
     */
    public static Overview of(List<Delivery> deliveries, Optional<Units> units, Optional<Integer> year) {
        Optional<String> form = mostCommon(deliveries, Title::form, Comparator.reverseOrder());
        Optional<Integer> about = year.or(() -> mostCommon(
                deliveries.stream().filter(one -> fills(one, form)).toList(), Title::year, Comparator.naturalOrder()));
        Overview overview = new Overview(units, form, about);
        units.ifPresent(list -> list.all().forEach(unit -> overview.open(unit.name(), unit.aggregate(), unit.group())));
        deliveries.forEach(overview::put);
        overview.guess();
        return overview;
    }

    private static boolean fills(Delivery delivery, Optional<String> form) {
        return delivery.title().map(Title::form).equals(form);
    }

    /** What most titles have; of several, the last in an order. */
    private static <T> Optional<T> mostCommon(List<Delivery> deliveries, Function<Title, T> what, Comparator<T> order) {
        Map<T, Long> counts = deliveries.stream()
                .flatMap(delivery -> delivery.title().stream())
                .collect(Collectors.groupingBy(what, Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.<T, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey(order)))
                .map(Map.Entry::getKey);
    }

    /** A drawer for a unit that has none yet. */
    private void open(String name, boolean aggregate, String group) {
        drawers.putIfAbsent(
                new UnitKey(Units.sound(name), aggregate), new Drawer(drawers.size() + 1, name, aggregate, group));
    }

    private void put(Delivery delivery) {
        Optional<Title> title = delivery.title();
        if (title.isEmpty()) {
            stray(delivery, UnmatchedFile.Reason.UNREADABLE);
        } else if (!fills(delivery, form)) {
            stray(delivery, UnmatchedFile.Reason.OTHER_FORM);
        } else {
            put(delivery, title.get());
        }
    }

    private void put(Delivery delivery, Title title) {
        boolean ofTheYear = Optional.of(title.year()).equals(year);
        Optional<Units.Unit> unit = units.flatMap(list -> list.named(title.agency()));
        UnitKey key = new UnitKey(Units.sound(unit.map(Units.Unit::name).orElse(title.agency())), title.aggregate());
        if (units.isEmpty() && ofTheYear) {
            open(title.agency(), title.aggregate(), "");
        }
        Drawer drawer = drawers.get(key);
        if (drawer != null) {
            (ofTheYear ? drawer.delivered() : drawer.otherYears()).add(delivery);
        }
        if (!ofTheYear) {
            stray(delivery, UnmatchedFile.Reason.OTHER_YEAR);
        } else if (drawer == null) {
            boolean whole = units.filter(list -> Units.sound(list.whole()).equals(Units.sound(title.agency())))
                            .isPresent()
                    && title.aggregate();
            stray(
                    delivery,
                    whole
                            ? UnmatchedFile.Reason.WHOLE
                            : unit.isPresent() ? UnmatchedFile.Reason.OTHER_SCOPE : UnmatchedFile.Reason.UNKNOWN);
        }
    }

    private void stray(Delivery delivery, UnmatchedFile.Reason reason) {
        strays.add(new UnmatchedFile(delivery, reason, Optional.empty()));
    }

    private void guess() {
        List<String> names = drawers.values().stream().map(Drawer::name).toList();
        int guesses = 0;
        for (int i = 0; i < strays.size() && guesses < MOST_GUESSES; i++) {
            UnmatchedFile stray = strays.get(i);
            if (stray.reason() == UnmatchedFile.Reason.UNKNOWN) {
                String agency = stray.delivery().title().orElseThrow().agency();
                strays.set(i, new UnmatchedFile(stray.delivery(), stray.reason(), Nearest.to(agency, names)));
                guesses++;
            }
        }
    }

    /** Whether it is known who must deliver. */
    public boolean isListed() {
        return units.isPresent();
    }

    /** The body that collects, if it is known. */
    public Optional<String> whole() {
        return units.map(Units::whole);
    }

    /** The name of the form that is collected; empty if nothing can be read. */
    public Optional<String> form() {
        return form;
    }

    /** The year that is collected; empty if nothing can be read. */
    public Optional<Integer> year() {
        return year;
    }

    /** All units, in the order of the list. */
    public Group all() {
        return new Group("", drawers.values().stream().map(Drawer::standing).toList());
    }

    /** The units by group, in the order of the list; none if nobody put them into groups. */
    public List<Group> groups() {
        Map<String, List<DeliveryStatus>> groups = all().standings().stream()
                .collect(Collectors.groupingBy(DeliveryStatus::group, LinkedHashMap::new, Collectors.toList()));
        List<Group> named = new ArrayList<>();
        groups.forEach((name, standings) -> named.add(new Group(name, standings)));
        return isListed() ? named : List.of();
    }

    /** The key figures of what was delivered, in the order of the forms, each with what its cells take. */
    public Map<String, CellType> figures() {
        Map<String, CellType> figures = new LinkedHashMap<>();
        drawers.values().stream()
                .flatMap(drawer -> drawer.delivered().stream())
                .forEach(delivery ->
                        delivery.figures().forEach((name, figure) -> figures.putIfAbsent(name, figure.type())));
        return Collections.unmodifiableMap(figures);
    }

    /** What counts for nobody, in the order in which it came. */
    public List<UnmatchedFile> strays() {
        return List.copyOf(strays);
    }
}
