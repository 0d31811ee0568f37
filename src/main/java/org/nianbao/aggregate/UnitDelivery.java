package org.nianbao.aggregate;

import java.util.List;
import java.util.Optional;
import org.nianbao.diagnostic.Message;
import org.nianbao.report.AgencyNames;
import org.nianbao.report.Units;

/**
 * A delivered report.
 *
 * @param file name in messages
 * @param names of the agency, the present one empty if nothing tells it
 * @param year 0 if it cannot be read
 * @param schema empty if it cannot be read
 * @param group of its unit in the list of units; else the level of the agency
 * @param figures {@link FigureValues#NONE} if it does not count
 * @param accepted number of accepted errors
 * @param noted paths of the cells with notes, which are not added up
 */
public record UnitDelivery(
        String file,
        AgencyNames names,
        int year,
        boolean aggregate,
        Optional<CellSchema> schema,
        String group,
        FigureValues figures,
        Optional<DeliveryFault> fault,
        int accepted,
        List<String> noted) {

    /**
     * Why a report does not count.
     *
     * @param draft whether it has no errors but unfilled places
     * @param acceptable whether all may be accepted with a reason: sums that differ, not what cannot be read
     * @param places number of errors or of unfilled places
     * @param first the place and the fact of the first
     */
    public record DeliveryFault(boolean draft, boolean acceptable, int places, Message first) {}

    /** The present name of the agency. */
    public String agency() {
        return names.present();
    }

    /** The same with the name and the group of a unit. */
    UnitDelivery of(Units.Unit unit) {
        return new UnitDelivery(
                file,
                new AgencyNames(unit.name(), unit.otherNames()),
                year,
                aggregate,
                schema,
                unit.group(),
                figures,
                fault,
                accepted,
                noted);
    }
}
