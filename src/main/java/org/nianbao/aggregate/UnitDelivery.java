package org.nianbao.aggregate;

import java.util.Optional;
import org.nianbao.diagnostic.Message;

/**
 * A report that was handed in, as far as adding up needs it.
 *
 * @param file how messages call it
 * @param agency whose it is; empty if that cannot be read
 * @param year that it is about; 0 if that cannot be read
 * @param aggregate whether it sums up the reports of others
 * @param kind of report that it is, in which edition and with which rows; nothing if that cannot be read
 * @param group where it belongs if nobody says so
 * @param figures of a report that may be relied on
 * @param fault why it may not be relied on
 * @param accepted how many errors in it stand with a reason
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
     * What may not be relied on.
     *
     * @param draft whether it is no mistake, but something is still to be filled in
     * @param places how many are wrong or to be filled in
     * @param first what is wrong in the first of them
     */
    public record DeliveryFault(boolean draft, int places, Message first) {}
}
