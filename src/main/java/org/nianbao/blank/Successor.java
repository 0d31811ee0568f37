package org.nianbao.blank;

import java.util.List;
import java.util.Optional;
import org.nianbao.form.Identity;
import org.nianbao.form.Term;

/**
 * A figure that starts the year as the sum of last year's figures.
 *
 * @param figure path of a leaf
 * @param last leaves of last year
 * @param changes whether figures of this year change it
 */
record Successor(String figure, List<Term> last, boolean changes) {

    /** The successor in an identity: alone on its side, with last year's figures on the other side. */
    static Optional<Successor> of(Identity identity) {
        return identity.relation() == Identity.Relation.EQUAL
                ? of(identity.left(), identity.right()).or(() -> of(identity.right(), identity.left()))
                : Optional.empty();
    }

    private static Optional<Successor> of(List<Term> one, List<Term> other) {
        List<Term> last = other.stream().filter(Term::lastYear).toList();
        boolean alone = one.size() == 1 && !one.get(0).lastYear() && !one.get(0).minus();
        return alone && !last.isEmpty()
                ? Optional.of(new Successor(one.get(0).path(), last, other.size() > last.size()))
                : Optional.empty();
    }
}
