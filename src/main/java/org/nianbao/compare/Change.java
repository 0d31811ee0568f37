package org.nianbao.compare;

import java.util.List;

/**
 * What became of a sentence.
 *
 * @param kind in a word
 * @param pieces the sentence; of a new one all is new, of a dropped one all was dropped
 */
public record Change(ChangeKind kind, List<Piece> pieces) {
    public Change {
        pieces = List.copyOf(pieces);
    }

    /** In which way a sentence may differ. */
    public enum ChangeKind {
        /** Word for word as it was. */
        KEPT,
        /** The same sentence in other words or with other figures. */
        CHANGED,
        /** The same sentence behind others than before, perhaps in other words too. */
        MOVED,
        /** It was not there before. */
        NEW,
        /** It is there no more. */
        DROPPED
    }

    static Change kept(String before, String now) {
        return new Change(before.equals(now) ? ChangeKind.KEPT : ChangeKind.CHANGED, Piece.of(before, now));
    }

    static Change moved(String before, String now) {
        return new Change(ChangeKind.MOVED, Piece.of(before, now));
    }

    static Change added(String now) {
        return new Change(ChangeKind.NEW, List.of(new Piece("", now)));
    }

    static Change dropped(String before) {
        return new Change(ChangeKind.DROPPED, List.of(new Piece(before, "")));
    }
}
