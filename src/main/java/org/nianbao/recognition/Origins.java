package org.nianbao.recognition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nianbao.diagnostic.SourceSpans;
import org.nianbao.foreign.DocumentPart;
import org.nianbao.foreign.DocumentPart.TextPart;
import org.nianbao.foreign.Place;
import org.nianbao.foreign.TableGrid;

/** The places of a report's parts in its document. Not thread-safe while places are added. */
public final class Origins {
    /** By dotted path. */
    private final Map<String, Place> cells = new HashMap<>();

    /** By the path of the prose that they are in. */
    private final Map<String, List<TextPart>> paragraphs = new LinkedHashMap<>();

    /** The place of a cell that was found. */
    Optional<Place> of(String cell) {
        return Optional.ofNullable(cells.get(cell));
    }

    void put(String cell, Place place) {
        cells.put(cell, place);
    }

    void putProse(String path, List<DocumentPart> passages) {
        List<TextPart> texts = new ArrayList<>();
        for (DocumentPart passage : passages) {
            if (passage instanceof TextPart text) {
                texts.add(text);
            } else if (passage instanceof TableGrid grid) {
                grid.cells().forEach(cell -> texts.add(new TextPart(cell.text(), cell.place())));
            }
        }
        paragraphs.put(path, texts);
    }

    /** The place of each part by the UTF-16 offset at which it begins in the input that was made of the report. */
    Map<Integer, Place> in(SourceSpans input) {
        Map<Integer, Place> origins = new HashMap<>();
        cells.forEach((path, place) -> {
            if (input.has(path)) {
                origins.put(input.start(path), place);
            }
        });
        String text = input.source().text();
        paragraphs.forEach((path, parts) -> {
            int from = input.has(path) ? input.start(path) : text.length();
            for (TextPart part : parts) {
                int at = text.indexOf(part.text(), from);
                if (at >= 0 && at < input.end(path)) {
                    origins.putIfAbsent(at, part.place());
                    from = at + part.text().length();
                }
            }
        });
        return origins;
    }
}
