package org.nianbao.aggregate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.nianbao.form.Cell;
import org.nianbao.template.TemplateData;

/** The sums of the figures of units, in exact decimals, and the shares of each unit. Immutable. */
public final class Total {
    private final CellSchema schema;
    private final List<UnitDelivery> parts;
    private final Map<String, Integer> indexes = new HashMap<>();

    /**
     * Adds up reports.
     *
     * @param parts with figures, those of a group together
     */
    Total(CellSchema schema, List<UnitDelivery> parts) {
        this.schema = schema;
        this.parts = List.copyOf(parts);
        schema.paths().forEach(path -> indexes.put(path, indexes.size()));
    }

    /** The figure of a unit in a cell. */
    @TemplateData
    public record Share(String name, BigDecimal value) {
        static final Comparator<Share> LARGEST_FIRST =
                Comparator.comparing((Share share) -> share.value().abs()).reversed();

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
    public record GroupShare(String name, BigDecimal value, List<Share> units) {}

    /** The cells that the reports share. */
    public CellSchema schema() {
        return schema;
    }

    /** The reports that count. */
    public List<UnitDelivery> parts() {
        return parts;
    }

    /** The names of the units, by group. */
    List<UnitGroup> groups() {
        return UnitGroup.of(parts, UnitDelivery::group, UnitDelivery::agency);
    }

    /** The sum of a cell; empty if it is blank in a part, or if there are no parts. */
    public Optional<BigDecimal> sum(String path) {
        int index = index(path);
        return parts.stream()
                .map(part -> part.figures().at(index))
                .reduce((sum, value) -> sum.flatMap(a -> value.map(a::add)))
                .flatMap(sum -> sum.map(Total::plain));
    }

    /** Whether the sum of a cell is unknown or not zero. */
    public boolean counts(String path) {
        return sum(path).filter(sum -> sum.signum() == 0).isEmpty();
    }

    /** The sum as a report has it; blank if it is unknown. */
    Cell cell(String path) {
        return sum(path)
                .map(schema.cells().get(index(path)).spec().type()::cell)
                .orElse(Cell.BLANK);
    }

    /** The sums of the groups in a cell, without blanks. */
    List<GroupShare> groups(String path) {
        int index = index(path);
        Map<String, List<Share>> shares = new LinkedHashMap<>();
        for (UnitDelivery part : parts) {
            List<Share> group = shares.computeIfAbsent(part.group(), name -> new ArrayList<>());
            part.figures()
                    .at(index)
                    .filter(value -> value.signum() != 0)
                    .ifPresent(value -> group.add(new Share(part.agency(), value)));
        }
        List<GroupShare> groups = new ArrayList<>();
        shares.forEach((name, units) -> {
            units.sort(Share.LARGEST_FIRST);
            groups.add(new GroupShare(name, plain(Share.sum(units)), units));
        });
        return groups;
    }

    /** The names of the units in which a cell is blank. */
    List<String> blanks(String path) {
        int index = index(path);
        return parts.stream()
                .filter(part -> part.figures().at(index).isEmpty())
                .map(UnitDelivery::agency)
                .toList();
    }

    /** The same digits for the same value, in whichever order decimals were added. */
    private static BigDecimal plain(BigDecimal sum) {
        return sum.signum() == 0 ? BigDecimal.ZERO : sum.scale() > 0 ? sum.stripTrailingZeros() : sum;
    }

    private int index(String path) {
        return Objects.requireNonNull(indexes.get(path), path);
    }
}
