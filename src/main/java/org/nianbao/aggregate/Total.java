package org.nianbao.aggregate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nianbao.form.Cell;

/** What the figures of some units come to, in exact decimals, and how each sum is made up. Immutable. */
public final class Total {
    private final CellSchema kind;
    private final List<UnitFigures> parts;
    private final Map<String, Integer> numbers = new HashMap<>();

    /**
     * Adds up.
     *
     * @param kind of the reports
     * @param parts in order, those of a group together
     */
    public Total(CellSchema kind, List<UnitFigures> parts) {
        this.kind = kind;
        this.parts = List.copyOf(parts);
        for (int i = 0; i < kind.cells().size(); i++) {
            numbers.put(kind.cells().get(i).path().dotted(), i);
        }
    }

    /**
     * What some units come to in a cell.
     *
     * @param name of a unit or a group
     * @param value their sum
     */
    public record Share(String name, BigDecimal value) {}

    /**
     * What a group comes to in a cell.
     *
     * @param name of the group; empty if it has none
     * @param value the sum of its units
     * @param units with a figure that is not zero, the largest first
     */
    public record GroupShare(String name, BigDecimal value, List<Share> units) {
        public GroupShare {
            units = List.copyOf(units);
        }
    }

    /** What the reports have in common. */
    public CellSchema kind() {
        return kind;
    }

    /** The units that count. */
    public List<UnitFigures> parts() {
        return parts;
    }

    /** The sum of a cell over all parts; nothing if it is blank in one of them, or if there are none. */
    public Optional<BigDecimal> sum(String path) {
        int slot = slot(path);
        BigDecimal sum = BigDecimal.ZERO;
        for (UnitFigures part : parts) {
            Optional<BigDecimal> value = part.figures().at(slot);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(value.get());
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(plain(sum));
    }

    /** Whether there is anything to tell of a cell: it is not zero, or not known. */
    public boolean counts(String path) {
        return sum(path).filter(sum -> sum.signum() == 0).isEmpty();
    }

    /** The same as it is written in a report; blank if it is not known. */
    public Cell cell(String path) {
        return sum(path)
                .map(kind.cells().get(slot(path)).spec().type()::reckoned)
                .orElse(Cell.BLANK);
    }

    /** The groups that a cell is made up of, in their order. What is blank is left out. */
    public List<GroupShare> groups(String path) {
        int slot = slot(path);
        Map<String, List<Share>> shares = new LinkedHashMap<>();
        for (UnitFigures part : parts) {
            List<Share> group = shares.computeIfAbsent(part.group(), name -> new ArrayList<>());
            if (part.figures().counts(slot)) {
                group.add(new Share(part.name(), part.figures().at(slot).orElseThrow()));
            }
        }
        List<GroupShare> groups = new ArrayList<>();
        shares.forEach((name, units) -> {
            units.sort(
                    Comparator.comparing((Share share) -> share.value().abs()).reversed());
            BigDecimal sum = units.stream().map(Share::value).reduce(BigDecimal.ZERO, BigDecimal::add);
            groups.add(new GroupShare(name, plain(sum), units));
        });
        return groups;
    }

    /** The names of the units in which a cell is blank. */
    public List<String> blanks(String path) {
        int slot = slot(path);
        return parts.stream()
                .filter(part -> part.figures().at(slot).isEmpty())
                .map(UnitFigures::name)
                .toList();
    }

    /** The order in which decimals are added leaves no trace. */
    private static BigDecimal plain(BigDecimal sum) {
        return sum.signum() == 0 ? BigDecimal.ZERO : sum.scale() > 0 ? sum.stripTrailingZeros() : sum;
    }

    private int slot(String path) {
        return Optional.ofNullable(numbers.get(path)).orElseThrow();
    }
}
