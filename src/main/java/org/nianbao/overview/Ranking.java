package org.nianbao.overview;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.nianbao.template.TemplateData;

/**
 * The units with the greatest values of a key figure, in falling order.
 *
 * @param figure name of the key figure
 */
@TemplateData
public record Ranking(String figure, List<RankedUnit> units) {
    private static final int LENGTH = 20;

    /**
     * A unit of the ranking.
     *
     * @param value above zero
     * @param percent of the greatest value, with one decimal
     */
    @TemplateData
    public record RankedUnit(DeliveryStatus unit, FigureSummary value, BigDecimal percent) {}

    /** The ranking; empty if no unit has a value above zero. */
    static Optional<Ranking> of(String figure, List<DeliveryStatus> units) {
        List<DeliveryStatus> ranked = units.stream()
                .filter(unit -> value(unit, figure).signum() > 0)
                .sorted(Comparator.comparing((DeliveryStatus unit) -> value(unit, figure))
                        .reversed())
                .limit(LENGTH)
                .toList();
        if (ranked.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal greatest = value(ranked.get(0), figure);
        return Optional.of(new Ranking(
                figure,
                ranked.stream()
                        .map(unit -> new RankedUnit(
                                unit,
                                Objects.requireNonNull(unit.figures().get(figure)),
                                value(unit, figure).movePointRight(2).divide(greatest, 1, RoundingMode.HALF_UP)))
                        .toList()));
    }

    private static BigDecimal value(DeliveryStatus unit, String figure) {
        return Optional.ofNullable(unit.figures().get(figure))
                .flatMap(FigureSummary::now)
                .orElse(BigDecimal.ZERO);
    }
}
