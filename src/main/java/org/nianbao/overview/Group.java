package org.nianbao.overview;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.nianbao.report.CellType;

/**
 * Units that are counted together.
 *
 * @param name of the group
 * @param standings how it stands with each
 */
public record Group(String name, List<Standing> standings) {
    public Group {
        standings = List.copyOf(standings);
    }

    /** How many there are. */
    public int due() {
        return standings.size();
    }

    /** How many have delivered. */
    public int delivered() {
        return count(Standing::isDelivered);
    }

    /** How many have not delivered. */
    public int missing() {
        return due() - delivered();
    }

    /** How many have delivered what has errors. */
    public int withErrors() {
        return count(Standing::hasErrors);
    }

    /** How many it stands so with. */
    public int count(Standing.State state) {
        return count(standing -> standing.state() == state);
    }

    private int count(Predicate<Standing> which) {
        return (int) standings.stream().filter(which).count();
    }

    /** How many of those that have delivered are in the sum of a key figure. */
    public int summed(String figure) {
        return count(standing -> standing.figures().containsKey(figure)
                && Objects.requireNonNull(standing.figures().get(figure)).now().isPresent());
    }

    /** The sum of a key figure over all of whom it is known. */
    public Figure sum(String figure, CellType type) {
        return Figure.sum(
                type,
                standings.stream()
                        .map(Standing::figures)
                        .flatMap(figures -> figures.entrySet().stream())
                        .filter(entry -> entry.getKey().equals(figure))
                        .map(Map.Entry::getValue));
    }
}
