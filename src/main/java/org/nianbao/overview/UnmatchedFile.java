package org.nianbao.overview;

import java.util.Optional;

/**
 * A file that counts for nobody.
 *
 * @param delivery the file
 * @param reason why it does not count
 * @param nearest the unit that its agency most likely is, where no unit has that name
 */
public record UnmatchedFile(Delivery delivery, Reason reason, Optional<String> nearest) {

    /** Why a file does not count. */
    public enum Reason {
        /** It cannot be told whose report it is, or about which year. */
        UNREADABLE,
        /** It fills another form than most do. */
        OTHER_FORM,
        /** No unit has that name. */
        UNKNOWN,
        /** The unit's own organ reports where its aggregate counts, or the other way round. */
        OTHER_SCOPE,
        /** It is what all of these are summed up in. */
        WHOLE,
        /** It is about another year. */
        OTHER_YEAR
    }
}
