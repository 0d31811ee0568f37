package org.nianbao.aggregate;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.nianbao.blank.Yaml;
import org.nianbao.diagnostic.SourceSpans;
import org.nianbao.form.Cell;
import org.nianbao.form.CellPath;
import org.nianbao.input.Reading;

/**
 * Replaces figures in the text of an input. A figure that was left out is added to its row or table. All other text stays.
 */
public final class FigureUpdate {
    private final Reading.Filled filled;
    private final String text;

    /** Replacements, by the start of the text that they replace. */
    private final Map<Integer, Edit> edits = new TreeMap<>(Comparator.reverseOrder());

    /** Entries to add, by the path of their mapping: keys with figures or with more keys. */
    private final Map<String, Map<String, Object>> additions = new LinkedHashMap<>();

    private record Edit(int end, String words) {}

    private FigureUpdate(Reading.Filled filled) {
        this.filled = filled;
        this.text = filled.places().source().text();
    }

    /**
     * The updated text.
     *
     * @param figures by path; those with the same value stay as they are typed
     */
    public static String of(Reading.Filled filled, Map<CellPath, Cell> figures) {
        FigureUpdate input = new FigureUpdate(filled);
        figures.forEach((path, cell) -> {
            if (!same(filled.report().cell(path), cell)) {
                input.renew(path, cell);
            }
        });
        input.additions.forEach(input::add);
        StringBuilder renewed = new StringBuilder(input.text);
        input.edits.forEach((start, edit) -> renewed.replace(start, edit.end(), edit.words()));
        return renewed.toString();
    }

    /** Whether two cells have the same value. */
    public static boolean same(Cell one, Cell other) {
        Optional<BigDecimal> a = one.value();
        Optional<BigDecimal> b = other.value();
        return a.isPresent() && b.isPresent() && a.get().compareTo(b.get()) == 0;
    }

    private void renew(CellPath cellPath, Cell cell) {
        SourceSpans places = filled.places();
        String path = cellPath.dotted();
        if (places.has(path)) {
            int start = places.start(path);
            String space = places.end(path) == start && text.charAt(start - 1) == ':' ? " " : "";
            edits.put(start, new Edit(places.end(path), space + Yaml.cell(cell)));
            return;
        }
        String above = cellPath.parents().stream()
                .map(CellPath::dotted)
                .filter(places::has)
                .findFirst()
                .orElseThrow();
        Map<String, Object> into = additions.computeIfAbsent(above, known -> new LinkedHashMap<>());
        String[] keys = path.substring(above.length() + 1).split("\\.", -1);
        for (int i = 0; i < keys.length - 1; i++) {
            into = below(into, keys[i]);
        }
        into.put(keys[keys.length - 1], Yaml.cell(cell));
    }

    @SuppressWarnings("unchecked") // this class alone puts maps there
    private static Map<String, Object> below(Map<String, Object> keys, String key) {
        return (Map<String, Object>) keys.computeIfAbsent(key, unknown -> new LinkedHashMap<String, Object>());
    }

    /** Adds entries within the braces of a mapping, above its first key, or after the colon if it is empty. */
    private void add(String path, Map<String, Object> keys) {
        int start = filled.places().start(path);
        int end = filled.places().end(path);
        String words = written(keys);
        if (start == end) {
            edits.put(start, new Edit(start, (text.charAt(start - 1) == ':' ? " {" : "{") + words + "}"));
        } else if (text.charAt(start) == '{') {
            String inside = text.substring(start + 1, end - 1).strip();
            String comma = inside.isEmpty() || inside.endsWith(",") ? "" : ", ";
            edits.put(end - 1, new Edit(end - 1, comma + words));
        } else {
            int line = text.lastIndexOf('\n', start - 1) + 1;
            String between = (text.contains("\r\n") ? "\r\n" : "\n") + text.substring(line, start);
            String entries = keys.entrySet().stream()
                    .map(entry -> written(Map.of(entry.getKey(), entry.getValue())) + between)
                    .collect(Collectors.joining());
            edits.put(start, new Edit(start, entries));
        }
    }

    private static String written(Map<?, ?> keys) {
        return keys.entrySet().stream()
                .map(entry -> Yaml.scalar(String.valueOf(entry.getKey())) + ": "
                        + (entry.getValue() instanceof Map<?, ?> below
                                ? "{" + written(below) + "}"
                                : String.valueOf(entry.getValue())))
                .collect(Collectors.joining(", "));
    }
}
