package org.nianbao.picture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nianbao.diagnostic.Message;

/**
 * The elements of an SVG picture and what they refer to. Parts can be drawn many times by reference, and their parts again,
 * so a few lines may stand for more elements than any program can draw.
 */
final class SvgParts {
    private static final Set<String> GRADIENTS = Set.of("linearGradient", "radialGradient");
    private static final Set<String> PAINTS = Set.of("linearGradient", "radialGradient", "pattern");
    private static final Set<String> DRAWN =
            Set.of("g symbol use switch path rect circle ellipse line polyline polygon".split(" "));

    private final int most;
    private final SvgElement root = new SvgElement("");
    private final Deque<SvgElement> open = new ArrayDeque<>(List.of(root));
    private final Map<String, SvgElement> named = new HashMap<>();

    /** @param most elements allowed */
    SvgParts(int most) {
        this.most = most;
    }

    /** A reference by an attribute. */
    private record Reference(String id, String attribute, int line) {}

    /** An element with its content. */
    private static final class SvgElement {
        private final String name;
        private final List<SvgElement> inside = new ArrayList<>();
        private final List<Reference> references = new ArrayList<>();
        private long drawn;

        SvgElement(String name) {
            this.name = name;
        }

        /** What its references by an attribute may lead to. */
        private Set<String> targets(String attribute) {
            return switch (attribute) {
                case "fill", "stroke" -> PAINTS;
                case "clip-path" -> Set.of("clipPath");
                case "mask" -> Set.of("mask");
                case "href" ->
                    GRADIENTS.contains(name) ? GRADIENTS : name.equals("pattern") ? Set.of("pattern") : DRAWN;
                default -> Set.of("marker");
            };
        }
    }

    void open(String element, @Nullable String id) {
        SvgElement part = new SvgElement(element);
        open.element().inside.add(part);
        open.push(part);
        if (id != null) {
            named.putIfAbsent(id, part);
        }
    }

    void close() {
        open.pop();
    }

    /** The open element, or its style sheet, refers to another one by an attribute. */
    void refer(String id, String attribute, int line) {
        open.element().references.add(new Reference(id, attribute, line));
    }

    /**
     * @throws PictureRejected if a part refers to one that contains it or that cannot be there, or too many elements would
     *     be drawn
     */
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
        for (Reference reference : part.references) {
            SvgElement other = named.get(reference.id());
            String written = reference.attribute() + "=\"#" + reference.id() + "\"";
            if (other == null) {
                throw PictureRejected.value(reference.line(), written);
            }
            if (!part.targets(reference.attribute()).contains(other.name)) {
                throw PictureRejected.part(reference.line(), written + " → <" + other.name + ">");
            }
            drawn += drawn(other, around);
        }
        around.remove(part);
        if (drawn > most) {
            throw PictureRejected.size(Message.of("size.shapes", most));
        }
        part.drawn = drawn;
        return drawn;
    }
}
