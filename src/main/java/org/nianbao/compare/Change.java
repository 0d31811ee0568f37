package org.nianbao.compare;

import java.util.List;
import org.nianbao.template.TemplateData;

/**
 * The change of a sentence.
 *
 * @param pieces of the sentence; a new or dropped sentence is one piece
 */
@TemplateData
public record Change(ChangeKind kind, List<Piece> pieces) {
    /** How a sentence changed. */
    public enum ChangeKind {
        KEPT,
        /** Other words or figures. */
        CHANGED,
        /** Another place, perhaps with other words too. */
        MOVED,
        NEW,
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
