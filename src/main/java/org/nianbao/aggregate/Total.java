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
import org.nianbao.template.TemplateData;

/** The sums of the figures of units, in exact decimals, and the shares of each unit. Immutable. */
public final class Total {
    private final CellSchema kind;
    private final List<UnitFigures> parts;
    private final Map<String, Integer> numbers = new HashMap<>();

    /**
     * Adds up reports.
     *
     * @param parts those of a group together
     */
    public Total(CellSchema kind, List<UnitFigures> parts) {
        this.kind = kind;
        this.parts = List.copyOf(parts);
        for (int i = 0; i < kind.cells().size(); i++) {
            numbers.put(kind.cells().get(i).path().dotted(), i);
        }
    }

    /** The figure of a unit in a cell. */
    @TemplateData
    public record Share(String name, BigDecimal value) {
        static BigDecimal sum(List<Share> shares) {
            return shares.stream().map(Share::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /**
     * The sum of a group in a cell.
     *
     * @param name empty without groups
     * @param units whose figure is not zero, the largest first
     */
    public record GroupShare(String name, BigDecimal value, List<Share> units) {
        public GroupShare {
            units = List.copyOf(units);
        }
    }

    /** The cells that the reports have in common. */
    public CellSchema kind() {
        return kind;
    }

    /** The units that count. */
    public List<UnitFigures> parts() {
        return parts;
    }

    /** The names of the units, by group. */
    List<UnitGroup> groups() {
        return UnitGroup.of(parts, UnitFigures::group, UnitFigures::name);
    }

    /** The sum of a cell; empty if it is blank in a part, or if there are no parts. */
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

    /** Whether the sum of a cell is unknown or not zero. */
    public boolean counts(String path) {
        return sum(path).filter(sum -> sum.signum() == 0).isEmpty();
    }

    /** The sum as a report has it; blank if it is unknown. */
    public Cell cell(String path) {
        return sum(path).map(kind.cells().get(slot(path)).spec().type()::cell).orElse(Cell.BLANK);
    }

    /** The sums of the groups in a cell, without blanks. */
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
            groups.add(new GroupShare(name, plain(Share.sum(units)), units));
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

    /** The same digits for the same value, in whichever order decimals were added. */
    private static BigDecimal plain(BigDecimal sum) {
        return sum.signum() == 0 ? BigDecimal.ZERO : sum.scale() > 0 ? sum.stripTrailingZeros() : sum;
    }

    private int slot(String path) {
        return Optional.ofNullable(numbers.get(path)).orElseThrow();
    }
}
