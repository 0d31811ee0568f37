package org.nianbao.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The names of an agency.
 *
 * @param present its name in the report
 * @param others former names and short ones
 */
public record AgencyNames(String present, List<String> others) {
    public AgencyNames {
        others = List.copyOf(others);
    }

    /** All names, the present one first. */
    public List<String> all() {
        return Stream.concat(Stream.of(present), others.stream()).toList();
    }

    /** Whether it has a name, however brackets and spaces are typed. */
    public boolean has(String name) {
        return all().stream().map(Units::normalized).anyMatch(Units.normalized(name)::equals);
    }

    /** Whether both belong to one agency: the present name of one is a name of the other. */
    public boolean isSame(AgencyNames other) {
        return has(other.present) || other.has(present);
    }

    /** The unit of a list that has one of its names, the present one first. */
    public Optional<Units.Unit> in(Units units) {
        return all().stream().flatMap(name -> units.named(name).stream()).findFirst();
    }
}
