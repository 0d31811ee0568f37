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
 * The parts of an SVG picture that others refer to. A part may be drawn many times, and parts of it as many times again, so
 * that a few lines could stand for more elements than there are atoms; here they are counted.
 */
final class SvgParts {
    private final int most;
    private final Part root = new Part();
    private final Deque<Part> open = new ArrayDeque<>(List.of(root));
    private final Map<String, Part> named = new HashMap<>();

    /** Allows so many elements to be drawn. */
    SvgParts(int most) {
        this.most = most;
    }

    /** An element with all that is in it. */
    private static final class Part {
        private final List<Part> inside = new ArrayList<>();
        private final List<String> references = new ArrayList<>();
        private long drawn;
    }

    void open(@Nullable String id) {
        Part part = new Part();
        open.element().inside.add(part);
        open.push(part);
        if (id != null) {
            named.putIfAbsent(id, part);
        }
    }

    void close() {
        open.pop();
    }

    /** The element that is open, or its style sheet, refers to another one. */
    void refer(String id) {
        open.element().references.add(id);
    }

    /**
     * Proves that drawing it comes to an end.
     *
     * @throws Refused if a part refers to one that it is in, or too many elements would be drawn
     */
    void requireEnd() throws Refused {
        drawn(root, new HashSet<>());
    }

    private long drawn(Part part, Set<Part> around) throws Refused {
        if (part.drawn > 0) {
            return part.drawn;
        }
        if (!around.add(part)) {
            throw Refused.kind("#…#");
        }
        long drawn = 1;
        for (Part inner : part.inside) {
            drawn += drawn(inner, around);
        }
        for (String id : part.references) {
            Part other = named.get(id);
            drawn += other == null ? 0 : drawn(other, around);
        }
        around.remove(part);
        if (drawn > most) {
            throw Refused.size("> " + most);
        }
        part.drawn = drawn;
        return drawn;
    }
}
