package org.nianbao.markdown;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts the elements that drawing an SVG picture takes. Parts can be drawn many times by reference, and their parts again,
 * so a few lines may stand for more elements than any program can draw.
 */
final class SvgParts {
    private final int most;
    private final SvgElement root = new SvgElement();
    private final Deque<SvgElement> open = new ArrayDeque<>(List.of(root));
    private final Map<String, SvgElement> named = new HashMap<>();

    /** @param most elements allowed */
    SvgParts(int most) {
        this.most = most;
    }

    /** An element with its content. */
    private static final class SvgElement {
        private final List<SvgElement> inside = new ArrayList<>();
        private final List<String> references = new ArrayList<>();
        private long drawn;
    }

    void open(@Nullable String id) {
        SvgElement part = new SvgElement();
        open.element().inside.add(part);
        open.push(part);
        if (id != null) {
            named.putIfAbsent(id, part);
        }
    }

    void close() {
        open.pop();
    }

    /** The open element, or its style sheet, refers to another one. */
    void refer(String id) {
        open.element().references.add(id);
    }

    /** @throws PictureRejected if a part refers to one that contains it, or too many elements would be drawn */
    void requireEnd() throws PictureRejected {
        drawn(root, new HashSet<>());
    }

    private long drawn(SvgElement part, Set<SvgElement> around) throws PictureRejected {
        if (part.drawn > 0) {
            return part.drawn;
        }
        if (!around.add(part)) {
            throw PictureRejected.kind("#…#");
        }
        long drawn = 1;
        for (SvgElement inner : part.inside) {
            drawn += drawn(inner, around);
        }
        for (String id : part.references) {
            SvgElement other = named.get(id);
            drawn += other == null ? 0 : drawn(other, around);
        }
        around.remove(part);
        if (drawn > most) {
            throw PictureRejected.size("> " + most);
        }
        part.drawn = drawn;
        return drawn;
    }
}
