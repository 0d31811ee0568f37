package org.nianbao.aggregate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.nianbao.aggregate.UnitDelivery.DeliveryFault;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.Nearest;
import org.nianbao.diagnostic.Severity;
import org.nianbao.form.Fact;
import org.nianbao.report.Units;

/** The delivered reports that are parts of a whole. Those that do not count are reported; the others still count. */
public final class Selection {
    /** Names listed in a sentence. */
    private static final int NAMED = 100;

    private final Whole whole;
    private final List<UnitDelivery> parts = new ArrayList<>();
    private final Set<String> leftOut = new LinkedHashSet<>();

    /** The files of units that delivered their other report, own or aggregate, by the name of the unit. */
    private final Map<String, String> otherScope = new LinkedHashMap<>();

    private final Diagnostics diagnostics = new Diagnostics();

    /** The deliveries that may count, by the normalized name of their unit. */
    private final Map<String, List<UnitDelivery>> candidates = new LinkedHashMap<>();

    /** The normalized names of the units that delivered something, even if it does not count. */
    private final Set<String> delivered = new HashSet<>();

    /** The present names of agencies by their other names, both normalized, for agencies of no list. */
    private final Map<String, String> present = new HashMap<>();

    private Selection(Whole whole) {
        this.whole = whole;
    }

    /**
     * The aggregate report whose parts are selected.
     *
     * @param units that must deliver, if there is a list
     */
    public record Whole(String agency, int year, CellSchema schema, Optional<Units> units) {
        private Optional<Units.Unit> unit(UnitDelivery delivery) {
            return units.flatMap(list -> delivery.names().in(list));
        }

        /** The unit that a name means that is in no list. */
        private Optional<Units.Unit> meant(UnitDelivery delivery) {
            return units.flatMap(list -> list.abbreviated(delivery.agency()));
        }

        private boolean isScoped() {
            return schema.form().fact(Fact.Role.SCOPE).isPresent();
        }

        private boolean is(UnitDelivery delivery) {
            return (delivery.aggregate() || !isScoped()) && delivery.names().has(agency);
        }
    }

    /** Selects parts, in the order of the list of units or, without one, of groups and files. */
    static Selection of(List<UnitDelivery> deliveries, Whole whole) {
        Selection selection = new Selection(whole);
        deliveries.forEach(delivery -> delivery.names()
                .others()
                .forEach(other ->
                        selection.present.putIfAbsent(Units.normalized(other), Units.normalized(delivery.agency()))));
        deliveries.stream().sorted(Comparator.comparing(UnitDelivery::file)).forEach(selection::examine);
        selection.candidates.values().forEach(selection::choose);
        selection.leaveOutOtherScopes();
        selection.order();
        selection.reportMissing();
        selection.reportBlanks();
        return selection;
    }

    Whole whole() {
        return whole;
    }

    /** The reports that count, with the names and groups of the list of units. */
    public List<UnitDelivery> parts() {
        return List.copyOf(parts);
    }

    Total total() {
        return new Total(whole.schema(), parts);
    }

    /** The units that delivered nothing, by group. */
    List<UnitGroup> missing() {
        List<Units.Unit> missing = whole.units().map(Units::all).orElse(List.of()).stream()
                .filter(unit -> !delivered.contains(Units.normalized(unit.name())))
                .toList();
        return UnitGroup.of(missing, Units.Unit::group, Units.Unit::name);
    }

    /**
     * The names of the units (or of files whose unit is unknown) that delivered and do not count. Each listed unit is one
     * of the parts, the missing or these.
     */
    List<String> leftOut() {
        Set<String> counted = parts.stream().map(UnitDelivery::agency).collect(Collectors.toSet());
        return leftOut.stream().filter(name -> !counted.contains(name)).toList();
    }

    List<Diagnostic> diagnostics() {
        return diagnostics.list();
    }

    private void examine(UnitDelivery delivery) {
        String file = delivery.file();
        if (whole.is(delivery)) {
            report(Severity.HINT, "part-itself", file, delivery.agency());
            return;
        }
        Optional<Units.Unit> unit = whole.unit(delivery);
        String name = unit.map(Units.Unit::name).orElse(delivery.agency());
        if (delivery.schema().isEmpty() || delivery.agency().isEmpty() || delivery.year() == 0) {
            unit.ifPresent(known -> delivered.add(Units.normalized(name)));
            leaveOutFaulty(delivery, name, delivery.fault().orElseThrow());
            return;
        }
        CellSchema schema = delivery.schema().get();
        if (!schema.form().name().equals(whole.schema().form().name())) {
            leaveOut(name, "part-form", file, schema, whole.schema());
        } else if (delivery.year() != whole.year()) {
            unit.or(() -> whole.meant(delivery)).ifPresent(known -> delivered.add(Units.normalized(known.name())));
            leaveOut(
                    unit.or(() -> whole.meant(delivery)).map(Units.Unit::name).orElse(name),
                    "part-year",
                    file,
                    name,
                    delivery.year(),
                    whole.year());
        } else if (whole.units().isPresent() && unit.isEmpty()) {
            leaveOutUnknown(delivery, whole.units().get());
        } else if (unit.isPresent() && unit.get().aggregate() != delivery.aggregate() && whole.isScoped()) {
            String scope = unit.get().aggregate() ? "part-scope-own" : "part-scope-aggregate";
            otherScope.putIfAbsent(name, file);
            report(Severity.WARNING, scope, file, name);
        } else {
            String normalized = Units.normalized(name);
            String key = unit.isPresent() ? normalized : present.getOrDefault(normalized, normalized);
            delivered.add(key);
            if (!schema.fits(whole.schema())) {
                leaveOut(name, "part-edition", file, schema, whole.schema(), whole.year());
            } else if (delivery.fault().isPresent()) {
                leaveOutFaulty(delivery, name, delivery.fault().get());
            } else {
                candidates.computeIfAbsent(key, unknown -> new ArrayList<>()).add(delivery);
            }
        }
    }

    private void leaveOutFaulty(UnitDelivery delivery, String name, DeliveryFault fault) {
        if (name.isEmpty()) {
            leaveOut(delivery.file(), "part-of-whom", delivery.file(), fault.places(), fault.first());
        } else {
            String id = fault.draft() ? "part-draft" : fault.acceptable() ? "part-wrong" : "part-unread";
            leaveOut(name, id, delivery.file(), name, fault.places(), fault.first());
        }
    }

    /** A unit that delivered only the other one of its two reports is not missing. */
    private void leaveOutOtherScopes() {
        otherScope.forEach((name, file) -> {
            if (delivered.add(Units.normalized(name))) {
                leaveOut(name, "part-scope-only", file, name);
            }
        });
    }

    private void leaveOutUnknown(UnitDelivery delivery, Units units) {
        Optional<Units.Unit> meant = whole.meant(delivery);
        if (meant.isPresent()) {
            String name = meant.get().name();
            delivered.add(Units.normalized(name));
            leaveOut(name, "part-name", delivery.file(), delivery.agency(), name);
            return;
        }
        List<String> names =
                units.all().stream().flatMap(unit -> unit.names().stream()).toList();
        Diagnostic unknown = Diagnostic.error("part-unknown", delivery.file(), delivery.agency());
        diagnostics.add(Nearest.to(delivery.agency(), names)
                .map(near -> unknown.help(Message.of("part-unknown.near", near)))
                .orElse(unknown));
        leftOut.add(delivery.agency());
    }

    /** Chooses a report of a unit: its aggregate report, if there is one; of several with different figures, none. */
    private void choose(List<UnitDelivery> deliveries) {
        List<UnitDelivery> aggregates =
                deliveries.stream().filter(UnitDelivery::aggregate).toList();
        if (!aggregates.isEmpty()) {
            String aggregate = aggregates.get(0).file();
            deliveries.stream()
                    .filter(own -> !own.aggregate())
                    .forEach(own -> leaveOut(own.agency(), "part-within", own.file(), own.agency(), aggregate));
        }
        List<UnitDelivery> rivals = aggregates.isEmpty() ? deliveries : aggregates;
        UnitDelivery first = rivals.get(0);
        UnitDelivery part = whole.unit(first).map(first::of).orElse(first);
        String name = part.agency();
        if (rivals.size() > 1) {
            boolean same = rivals.stream().allMatch(rival -> rival.figures().same(part.figures()));
            String files = rivals.stream()
                    .map(rival -> rival.file() + (rival.agency().equals(name) ? "" : "（" + rival.agency() + "）"))
                    .collect(Collectors.joining("、"));
            diagnostics.add(Diagnostic.error(same ? "part-twice-same" : "part-twice", name, Message.verbatim(files))
                    .as("part-twice")
                    .help(Message.of("part-twice.help")));
            if (!same) {
                leftOut.add(name);
                return;
            }
        }
        if (part.accepted() > 0) {
            report(Severity.HINT, "part-accepted", part.file(), name, part.accepted());
        }
        if (!part.noted().isEmpty()) {
            report(Severity.HINT, "part-notes", part.file(), name, String.join("、", part.noted()));
        }
        parts.add(part);
    }

    /** Orders the parts as the list of units; without one, as the levels in the form. */
    private void order() {
        Map<String, Integer> places = new HashMap<>();
        whole.units().ifPresent(units -> units.all().forEach(unit -> places.put(unit.name(), places.size())));
        List<String> levels =
                whole.schema().form().fact(Fact.Role.LEVEL).map(Fact::choices).orElse(List.of());
        parts.sort(Comparator.comparing((UnitDelivery part) -> places.getOrDefault(part.agency(), 0))
                .thenComparing(part -> levels.contains(part.group()) ? levels.indexOf(part.group()) : levels.size())
                .thenComparing(UnitDelivery::file));
    }

    private void reportMissing() {
        for (UnitGroup group : missing()) {
            List<String> names = group.units();
            String named = names.stream().limit(NAMED).collect(Collectors.joining("、"));
            diagnostics.add(Diagnostic.error(
                    "part-missing",
                    group.name(),
                    names.size(),
                    Message.verbatim(names.size() > NAMED ? named + "……" : named)));
        }
    }

    /** The sum of a cell that is blank in a part is unknown. */
    private void reportBlanks() {
        List<String> cells = whole.schema().paths();
        for (UnitDelivery part : parts) {
            List<String> blank = part.figures().blanks().mapToObj(cells::get).toList();
            if (!blank.isEmpty()) {
                String named = blank.stream().limit(3).collect(Collectors.joining("、"));
                diagnostics.add(Diagnostic.error("part-blank", part.file(), part.agency(), blank.size(), named));
            }
        }
    }

    private void leaveOut(String name, String id, Object... arguments) {
        leftOut.add(name);
        report(Severity.ERROR, id, arguments);
    }

    private void report(Severity severity, String id, Object... arguments) {
        diagnostics.add(Diagnostic.of(severity, id, arguments));
    }
}
