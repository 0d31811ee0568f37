package org.nianbao.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The data of a chart.
 *
 * @param title printed below the picture
 * @param unit of the figures, for example 件; printed next to the title
 * @param categories parts of a whole, kinds or years
 * @param series each with a figure for each category
 * @param noData printed in place of a figure that is unknown
 */
public record Chart(
        String title, ChartKind kind, String unit, List<String> categories, List<Series> series, String noData) {
    /** More colours are hard to distinguish. */
    public static final int MAX_SERIES = 4;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * Checks the figures.
     *
     * @throws IllegalArgumentException if they have a {@link #flaw}, there are too many series (more than one of shares or
     *     bars), or a series does not have a figure for each category
     */
    public Chart {
        categories = List.copyOf(categories);
        series = List.copyOf(series);
        int most = kind == ChartKind.YEARS ? MAX_SERIES : 1;
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

    /** A chart in Simplified Chinese. */
    public Chart(String title, ChartKind kind, String unit, List<String> categories, List<Series> series) {
        this(title, kind, unit, categories, series, "无数据");
    }

    /** The kind of a chart. */
    public enum ChartKind {
        /** Parts of a whole, each a bar on a track as long as the whole. */
        SHARES,
        /** A bar for each kind. */
        BARS,
        /** Years from left to right, with a column for each series. */
        YEARS
    }

    /** Why figures cannot be drawn. */
    public enum Flaw {
        /** None is above zero. */
        EMPTY,
        /** One is below zero. */
        NEGATIVE,
        /** A part of a whole is unknown, so the whole is unknown too. */
        BLANK
    }

    /**
     * A series of figures.
     *
     * @param figures in the order of the categories; empty for an unknown figure, which is not zero
     */
    public record Series(String name, List<Optional<BigDecimal>> figures) {
        public Series {
            figures = List.copyOf(figures);
        }
    }

    /** Why the figures cannot be drawn; empty if they can. Check before creating a chart. */
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

    /** The same figures with converted names. */
    public Chart in(UnaryOperator<String> letters) {
        return new Chart(
                letters.apply(title),
                kind,
                letters.apply(unit),
                categories.stream().map(letters).toList(),
                series.stream()
                        .map(one -> new Series(letters.apply(one.name), one.figures))
                        .toList(),
                letters.apply(noData));
    }

    /** The share of a part in the whole: {@code 25%} if that is exact, else rounded, {@code 33.3%}. */
    public String share(int category) {
        List<Optional<BigDecimal>> parts = series.get(0).figures();
        BigDecimal whole = known(parts).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal hundredfold = parts.get(category).orElse(BigDecimal.ZERO).multiply(HUNDRED);
        boolean exact = hundredfold.remainder(whole).signum() == 0;
        BigDecimal share = hundredfold.divide(whole, exact ? 0 : 1, RoundingMode.HALF_UP);
        return !exact && share.signum() == 0 ? "<0.1%" : share.toPlainString() + "%";
    }

    /** The largest figure. */
    BigDecimal max() {
        return series.stream()
                .flatMap(one -> known(one.figures()))
                .max(BigDecimal::compareTo)
                .orElseThrow();
    }

    private static Stream<BigDecimal> known(List<Optional<BigDecimal>> figures) {
        return figures.stream().flatMap(Optional::stream);
    }
}
