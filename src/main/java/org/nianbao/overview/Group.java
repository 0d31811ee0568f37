package org.nianbao.overview;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.nianbao.template.TemplateData;

/** Units that are counted together. */
@TemplateData
public record Group(String name, List<DeliveryStatus> units) {
    @TemplateData
    public int due() {
        return units.size();
    }

    @TemplateData
    public int delivered() {
        return count(unit -> !unit.delivered().isEmpty());
    }

    /** Units that delivered something, but nothing that counts as it is. */
    @TemplateData
    public int toCorrect() {
        return count(unit -> unit.state() == DeliveryStatus.State.TO_CORRECT);
    }

    @TemplateData
    public int missing() {
        return count(unit -> unit.state() == DeliveryStatus.State.MISSING);
    }

    @TemplateData
    public int withErrors() {
        return count(DeliveryStatus::faulty);
    }

    /** The sums of the key figures over the units that have them, by name. */
    @TemplateData
    public Map<String, FigureSummary> sums() {
        Map<String, FigureSummary> sums = new LinkedHashMap<>();
        for (DeliveryStatus unit : units) {
            unit.figures().forEach((name, figure) -> sums.merge(name, figure.addend(), FigureSummary::plus));
        }
        return sums;
    }

    int count(Predicate<DeliveryStatus> which) {
        return (int) units.stream().filter(which).count();
    }
}
