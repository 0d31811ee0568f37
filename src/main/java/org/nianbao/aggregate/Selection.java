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
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.Nearest;
import org.nianbao.diagnostic.Severity;
import org.nianbao.form.Fact;
import org.nianbao.report.Units;

/** Which of the reports that were handed in are parts of a whole. What is not is told, and does not stop the others. */
public final class Selection {
    /** So many names stand in a sentence. */
    private static final int NAMED = 100;

    private final Whole whole;
    private final List<UnitFigures> parts = new ArrayList<>();
    private final List<Units.Unit> missing = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private final Diagnostics diagnostics = new Diagnostics();

    /** Those that may count, by the sound of their unit’s name; a report of its own organ behind one that has it in it. */
    private final Map<String, List<UnitDelivery>> candidates = new LinkedHashMap<>();

    /** The units of which something is there, even if it does not count. */
    private final Set<String> heard = new HashSet<>();

    private Selection(Whole whole) {
        this.whole = whole;
    }

    /**
     * What the parts are looked for of.
     *
     * @param agency that sums them up
     * @param year that they are about
     * @param kind of reports
     * @param units who must deliver, if anybody said so
     */
    public record Whole(String agency, int year, CellSchema kind, Optional<Units> units) {
        private boolean is(UnitDelivery delivery) {
            boolean scoped = kind.form().fact(Fact.Role.SCOPE).isPresent();
            return (delivery.aggregate() || !scoped)
                    && Units.normalized(delivery.agency()).equals(Units.normalized(agency));
        }
    }

    /** Chooses, in an order that follows from the list of units or, without one, from groups and files. */
    public static Selection of(List<UnitDelivery> deliveries, Whole whole) {
        Selection selection = new Selection(whole);
        deliveries.stream().sorted(Comparator.comparing(UnitDelivery::file)).forEach(selection::sort);
        selection.candidates.forEach(selection::choose);
        selection.order();
        selection.tellMissing();
        selection.tellBlanks();
        return selection;
    }

    /** What they are parts of. */
    public Whole whole() {
        return whole;
    }

    /** The units that count. */
    public List<UnitFigures> parts() {
        return List.copyOf(parts);
    }

    /** The units of which nothing is there. */
    public List<Units.Unit> missing() {
        return List.copyOf(missing);
    }

    /** The names of the units, or else the files, that are there and do not count. */
    public List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    /** What there is to say of them. */
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
            leave(name, "part-year", delivery.file(), name, year(delivery.year()), year(whole.year()));
        } else if (whole.units().isPresent() && unit.isEmpty()) {
            unknown(delivery, whole.units().get());
        } else if (unit.isPresent() && unit.get().aggregate() != delivery.aggregate() && isScoped()) {
            String which = unit.get().aggregate() ? "part-scope-own" : "part-scope-aggregate";
            tell(Severity.WARNING, which, delivery.file(), name);
        } else {
            heard.add(Units.normalized(name));
            if (!delivery.kind().get().fits(whole.kind())) {
                leave(name, "part-edition", delivery.file(), delivery.kind().get(), whole.kind(), year(whole.year()));
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

    /** Of several reports of one unit none counts, for nobody knows which; but they may all say the same. */
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

    /** As the office lists them; without a list, as the form lists the levels of bodies. */
    private void order() {
        Map<String, Integer> places = new HashMap<>();
        whole.units().ifPresent(units -> units.all().forEach(unit -> places.put(unit.name(), places.size())));
        List<String> levels =
                whole.kind().form().fact(Fact.Role.LEVEL).map(Fact::choices).orElse(List.of());
        parts.sort(Comparator.comparing((UnitFigures part) -> places.getOrDefault(part.name(), 0))
                .thenComparing(part -> levels.contains(part.group()) ? levels.indexOf(part.group()) : levels.size())
                .thenComparing(UnitFigures::file));
    }

    private void tellMissing() {
        whole.units()
                .ifPresent(units -> units.all().stream()
                        .filter(unit -> !heard.contains(Units.normalized(unit.name())))
                        .forEach(missing::add));
        Map<String, List<String>> groups = new LinkedHashMap<>();
        missing.forEach(unit ->
                groups.computeIfAbsent(unit.group(), group -> new ArrayList<>()).add(unit.name()));
        groups.forEach((group, names) -> {
            String named = names.stream().limit(NAMED).collect(Collectors.joining("、"));
            diagnostics.add(Diagnostic.error(
                    "part-missing",
                    group,
                    String.valueOf(names.size()),
                    Message.verbatim(names.size() > NAMED ? named + "……" : named)));
        });
    }

    /** A sum over a blank is not known. */
    private void tellBlanks() {
        List<String> cells = whole.kind().paths();
        for (UnitFigures part : parts) {
            if (part.figures().blanks() > 0) {
                List<String> paths = new ArrayList<>();
                for (int i = 0; i < cells.size(); i++) {
                    if (part.figures().at(i).isEmpty()) {
                        paths.add(cells.get(i));
                    }
                }
                String named = paths.stream().limit(3).collect(Collectors.joining("、"));
                diagnostics.add(Diagnostic.error("part-blank", part.file(), part.name(), paths.size(), named));
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

    /** Message formats would group its digits. */
    private static String year(int year) {
        return String.valueOf(year);
    }
}
