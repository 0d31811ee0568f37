package org.nianbao.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Figures that people would rather look at than read.
 *
 * @param title what it shows; stands below the picture, not in it
 * @param kind how it is drawn
 * @param unit what the figures count, for example 件; stands beside the title
 * @param categories what there is a figure of: the parts of a whole, kinds, years
 * @param series the figures, one for each category; where there are several series they are told apart by ink
 */
public record Chart(String title, ChartKind kind, String unit, List<String> categories, List<Series> series) {
    /** No eye tells more inks apart. */
    public static final int MOST_SERIES = 4;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * Checks the figures.
     *
     * @throws IllegalArgumentException if there is nothing to draw: no category, no figure above zero, one below zero, a
     *     blank part of a whole; or if there are more series than can be told apart, more than one of shares or bars, or
     *     as many figures as there are not categories
     */
    public Chart {
        categories = List.copyOf(categories);
        series = List.copyOf(series);
        int most = kind == ChartKind.YEARS ? MOST_SERIES : 1;
        int figures = categories.size();
        if (series.isEmpty()
                || series.size() > most
                || series.stream().anyMatch(one -> one.figures.size() != figures)) {
            throw new IllegalArgumentException(title + ": " + series);
        }
        flaw(kind, series).ifPresent(flaw -> {
            throw new IllegalArgumentException(title + ": " + flaw);
        });
    }

    /** How figures are drawn. */
    public enum ChartKind {
        /** Parts of a whole, each a bar before the length of the whole. */
        SHARES,
        /** Kinds of things, each a bar. */
        BARS,
        /** Years from left to right, each a column of each series. */
        YEARS
    }

    /** Why figures cannot be drawn. */
    public enum Flaw {
        /** None is above zero. */
        EMPTY,
        /** One is below zero. */
        NEGATIVE,
        /** One part of a whole is not known, so nor is the whole. */
        BLANK
    }

    /**
     * A row of figures.
     *
     * @param name what they are
     * @param figures in the order of the categories; empty where a figure is not known, which is not zero
     */
    public record Series(String name, List<Optional<BigDecimal>> figures) {
        public Series {
            figures = List.copyOf(figures);
        }
    }

    /** What keeps figures from being drawn, if anything does; look before you make a chart of them. */
    public static Optional<Flaw> flaw(ChartKind kind, List<Series> series) {
        List<Optional<BigDecimal>> all =
                series.stream().flatMap(one -> one.figures.stream()).toList();
        if (known(all).anyMatch(figure -> figure.signum() < 0)) {
            return Optional.of(Flaw.NEGATIVE);
        }
        if (kind == ChartKind.SHARES && all.stream().anyMatch(Optional::isEmpty)) {
            return Optional.of(Flaw.BLANK);
        }
        return known(all).allMatch(figure -> figure.signum() == 0) ? Optional.of(Flaw.EMPTY) : Optional.empty();
    }

    /** The same figures with other names. */
    public Chart in(UnaryOperator<String> letters) {
        return new Chart(
                letters.apply(title),
                kind,
                letters.apply(unit),
                categories.stream().map(letters).toList(),
                series.stream()
                        .map(one -> new Series(letters.apply(one.name), one.figures))
                        .toList());
    }

    /** The share of a part in the whole, in per cent: {@code 25%} if that is exact, else {@code 33.3%}. */
    public String share(int category) {
        List<Optional<BigDecimal>> parts = series.get(0).figures();
        BigDecimal whole = known(parts).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal hundredfold = parts.get(category).orElse(BigDecimal.ZERO).multiply(HUNDRED);
        boolean exact = hundredfold.remainder(whole).signum() == 0;
        BigDecimal share = hundredfold.divide(whole, exact ? 0 : 1, RoundingMode.HALF_UP);
        return !exact && share.signum() == 0 ? "<0.1%" : share.toPlainString() + "%";
    }

    /** The greatest figure. */
    BigDecimal most() {
        return series.stream()
                .flatMap(one -> known(one.figures()))
                .max(BigDecimal::compareTo)
                .orElseThrow();
    }

    private static Stream<BigDecimal> known(List<Optional<BigDecimal>> figures) {
        return figures.stream().flatMap(Optional::stream);
    }
}
