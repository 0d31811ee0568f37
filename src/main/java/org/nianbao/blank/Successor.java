package org.nianbao.blank;

import java.util.List;
import java.util.Optional;
import org.nianbao.form.Identity;
import org.nianbao.form.Term;

/**
 * A figure that begins as what some of last year's come to.
 *
 * @param figure path of a leaf
 * @param last leaves that were last year's
 * @param changes whether figures of this year are added or taken away
 */
record Successor(String figure, List<Term> last, boolean changes) {

    /** The one that an identity tells: it is alone on its side, and the other side has figures of last year. */
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
