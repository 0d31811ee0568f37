package org.nianbao.overview;

import java.util.Optional;
import org.nianbao.template.TemplateData;

/**
 * A file that counts for no unit.
 *
 * @param nearest the unit with the most similar name, if its agency is unknown
 * @param unit that likely delivered it
 */
@TemplateData
public record UnmatchedFile(Delivery delivery, Reason reason, Optional<String> nearest, Optional<String> unit) {

    /** Why a file does not count. */
    public enum Reason {
        /** Its agency or its year cannot be read. */
        UNREADABLE,
        /** It fills another form than most. */
        OTHER_FORM,
        /** Its agency is written in short, or otherwise than in the list of units. */
        NAME,
        /** No unit has the name of its agency. */
        UNKNOWN,
        /** It is the agency's own report where the aggregate is due, or the other way round. */
        OTHER_SCOPE,
        /** It is the aggregate of all these reports. */
        WHOLE,
        OTHER_YEAR
    }
}
