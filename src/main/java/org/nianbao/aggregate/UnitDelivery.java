package org.nianbao.aggregate;

import java.util.Optional;
import org.nianbao.diagnostic.Message;

/**
 * A delivered report.
 *
 * @param file name, as messages call it
 * @param agency empty if it cannot be read
 * @param year 0 if it cannot be read
 * @param kind empty if it cannot be read
 * @param group of its unit, without a list of units
 * @param figures empty if it has a fault
 * @param accepted number of errors that stand with a reason
 */
public record UnitDelivery(
        String file,
        String agency,
        int year,
        boolean aggregate,
        Optional<CellSchema> kind,
        String group,
        Optional<FigureValues> figures,
        Optional<DeliveryFault> fault,
        int accepted) {

    /**
     * Why a report does not count.
     *
     * @param draft whether it has no errors, but places that are still to be filled in
     * @param places number of errors or of these places
     * @param first the fact of the first
     */
    public record DeliveryFault(boolean draft, int places, Message first) {}
}
