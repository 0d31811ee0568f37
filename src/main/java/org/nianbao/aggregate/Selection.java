package org.nianbao.aggregate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    private final List<UnitFigures> parts = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private final Diagnostics diagnostics = new Diagnostics();

    /** The deliveries that may count, by the normalized name of their unit. */
    private final Map<String, List<UnitDelivery>> candidates = new LinkedHashMap<>();

    /** The normalized names of the units that delivered something, even if it does not count. */
    private final Set<String> heard = new HashSet<>();

    private Selection(Whole whole) {
        this.whole = whole;
    }

    /**
     * The aggregate report whose parts are selected.
     *
     * @param units that must deliver, if there is a list
     */
    public record Whole(String agency, int year, CellSchema kind, Optional<Units> units) {
        private boolean is(UnitDelivery delivery) {
            boolean scoped = kind.form().fact(Fact.Role.SCOPE).isPresent();
            return (delivery.aggregate() || !scoped)
                    && Units.normalized(delivery.agency()).equals(Units.normalized(agency));
        }
    }

    /** Selects parts, in the order of the list of units or, without one, of groups and files. */
    public static Selection of(List<UnitDelivery> deliveries, Whole whole) {
        Selection selection = new Selection(whole);
        deliveries.stream().sorted(Comparator.comparing(UnitDelivery::file)).forEach(selection::sort);
        selection.candidates.forEach(selection::choose);
        selection.order();
        selection.reportMissing();
        selection.reportBlanks();
        return selection;
    }

    /** The aggregate report. */
    public Whole whole() {
        return whole;
    }

    /** The reports that count. */
    public List<UnitFigures> parts() {
        return List.copyOf(parts);
    }

    /** The units that delivered nothing, by group. */
    List<UnitGroup> missing() {
        return whole.units().map(Units::all).stream()
                .map(all -> all.stream()
                        .filter(unit -> !heard.contains(Units.normalized(unit.name())))
                        .toList())
                .flatMap(missing -> UnitGroup.of(missing, Units.Unit::group, Units.Unit::name).stream())
                .toList();
    }

    /** The names of the units (or of files, where the unit is unknown) that delivered and do not count. */
    public List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    public List<Diagnostic> diagnostics() {
        return diagnostics.list();
    }

    private void sort(UnitDelivery delivery) {
        if (whole.is(delivery)) {
            tell(Severity.HINT, "part-itself", delivery.file(), delivery.agency());
            return;
        }
        Optional<Units.Unit> unit = whole.units().flatMap(units -> units.named(delivery.agency()));
        String name = unit.map(Units.Unit::name).orElse(delivery.agency());
        if (delivery.kind().isEmpty() || delivery.agency().isEmpty() || delivery.year() == 0) {
            unit.ifPresent(known -> heard.add(Units.normalized(name)));
            wrong(delivery, name);
        } else if (!delivery.kind()
                .get()
                .form()
                .name()
                .equals(whole.kind().form().name())) {
            leave(name, "part-form", delivery.file(), delivery.kind().get(), whole.kind());
        } else if (delivery.year() != whole.year()) {
            leave(name, "part-year", delivery.file(), name, delivery.year(), whole.year());
        } else if (whole.units().isPresent() && unit.isEmpty()) {
            unknown(delivery, whole.units().get());
        } else if (unit.isPresent() && unit.get().aggregate() != delivery.aggregate() && isScoped()) {
            String which = unit.get().aggregate() ? "part-scope-own" : "part-scope-aggregate";
            tell(Severity.WARNING, which, delivery.file(), name);
        } else {
            heard.add(Units.normalized(name));
            if (!delivery.kind().get().fits(whole.kind())) {
                leave(name, "part-edition", delivery.file(), delivery.kind().get(), whole.kind(), whole.year());
            } else if (delivery.fault().isPresent()) {
                wrong(delivery, name);
            } else {
                candidates
                        .computeIfAbsent(Units.normalized(name), sound -> new ArrayList<>())
                        .add(delivery);
            }
        }
    }

    private boolean isScoped() {
        return whole.kind().form().fact(Fact.Role.SCOPE).isPresent();
    }

    private void wrong(UnitDelivery delivery, String name) {
        UnitDelivery.DeliveryFault fault = delivery.fault().orElseThrow();
        leave(
                name.isEmpty() ? delivery.file() : name,
                fault.draft() ? "part-draft" : "part-wrong",
                delivery.file(),
                name.isEmpty() ? "?" : name,
                fault.places(),
                fault.first());
    }

    private void unknown(UnitDelivery delivery, Units units) {
        List<String> names =
                units.all().stream().flatMap(unit -> unit.names().stream()).toList();
        Diagnostic unknown = Diagnostic.error("part-unknown", delivery.file(), delivery.agency());
        diagnostics.add(Nearest.to(delivery.agency(), names)
                .map(near -> unknown.help(Message.of("part-unknown.near", near)))
                .orElse(unknown));
        leftOut.add(delivery.agency());
    }

    /** Of several reports of a unit none counts, unless their figures are the same. */
    private void choose(String sound, List<UnitDelivery> handedIn) {
        List<UnitDelivery> of = handedIn;
        List<UnitDelivery> aggregates =
                of.stream().filter(UnitDelivery::aggregate).toList();
        if (!aggregates.isEmpty() && aggregates.size() < of.size()) {
            of.stream()
                    .filter(own -> !own.aggregate())
                    .forEach(own -> leave(
                            own.agency(),
                            "part-within",
                            own.file(),
                            own.agency(),
                            aggregates.get(0).file()));
            of = aggregates;
        }
        UnitDelivery first = of.get(0);
        FigureValues figures = first.figures().orElseThrow();
        Optional<Units.Unit> unit = whole.units().flatMap(units -> units.named(first.agency()));
        String name = unit.map(Units.Unit::name).orElse(first.agency());
        if (of.size() > 1) {
            boolean same =
                    of.stream().allMatch(other -> other.figures().orElseThrow().same(figures));
            String files = of.stream()
                    .map(one -> one.file() + (one.agency().equals(name) ? "" : "（" + one.agency() + "）"))
                    .collect(Collectors.joining("、"));
            diagnostics.add(Diagnostic.error(same ? "part-twice-same" : "part-twice", name, Message.verbatim(files))
                    .as("part-twice")
                    .help(Message.of("part-twice.help")));
            if (!same) {
                leftOut.add(name);
                return;
            }
        }
        if (first.accepted() > 0) {
            tell(Severity.HINT, "part-accepted", first.file(), name, first.accepted());
        }
        parts.add(new UnitFigures(name, unit.map(Units.Unit::group).orElse(first.group()), first.file(), figures));
    }

    /** In the order of the list of units; without one, in the order of the levels in the form. */
    private void order() {
        Map<String, Integer> places = new HashMap<>();
        whole.units().ifPresent(units -> units.all().forEach(unit -> places.put(unit.name(), places.size())));
        List<String> levels =
                whole.kind().form().fact(Fact.Role.LEVEL).map(Fact::choices).orElse(List.of());
        parts.sort(Comparator.comparing((UnitFigures part) -> places.getOrDefault(part.name(), 0))
                .thenComparing(part -> levels.contains(part.group()) ? levels.indexOf(part.group()) : levels.size())
                .thenComparing(UnitFigures::file));
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
        List<String> cells = whole.kind().paths();
        for (UnitFigures part : parts) {
            List<String> blank = IntStream.range(0, cells.size())
                    .filter(i -> part.figures().at(i).isEmpty())
                    .mapToObj(cells::get)
                    .toList();
            if (!blank.isEmpty()) {
                String named = blank.stream().limit(3).collect(Collectors.joining("、"));
                diagnostics.add(Diagnostic.error("part-blank", part.file(), part.name(), blank.size(), named));
            }
        }
    }

    private void leave(String name, String id, Object... arguments) {
        leftOut.add(name);
        tell(Severity.ERROR, id, arguments);
    }

    private void tell(Severity severity, String id, Object... arguments) {
        diagnostics.add(Diagnostic.of(severity, id, arguments));
    }
}
