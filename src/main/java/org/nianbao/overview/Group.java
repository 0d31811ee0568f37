package org.nianbao.overview;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.nianbao.form.CellType;

/**
 * Units that are counted together.
 *
 * @param name of the group
 * @param standings how it stands with each
 */
public record Group(String name, List<DeliveryStatus> standings) {
    public Group {
        standings = List.copyOf(standings);
    }

    /** How many there are. */
    public int due() {
        return standings.size();
    }

    /** How many have delivered. */
    public int delivered() {
        return count(DeliveryStatus::isDelivered);
    }

    /** How many have not delivered. */
    public int missing() {
        return due() - delivered();
    }

    /** How many have delivered what has errors. */
    public int withErrors() {
        return count(DeliveryStatus::hasErrors);
    }

    /** How many it stands so with. */
    public int count(DeliveryStatus.State state) {
        return count(standing -> standing.state() == state);
    }

    private int count(Predicate<DeliveryStatus> which) {
        return (int) standings.stream().filter(which).count();
    }

    /** How many are in the sum of a key figure. */
    public int summed(String figure) {
        return (int) figures(figure).filter(one -> one.now().isPresent()).count();
    }

    /** The sum of a key figure over all of whom it is known. */
    public FigureSummary sum(String figure, CellType type) {
        return FigureSummary.sum(type, figures(figure));
    }

    private Stream<FigureSummary> figures(String name) {
        return standings.stream()
                .flatMap(standing -> Optional.ofNullable(standing.figures().get(name)).stream());
    }
}
