package org.nianbao.input;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.SourceSpans;
import org.nianbao.form.CellPath;
import org.nianbao.form.FormCell;
import org.nianbao.form.KeyTree;
import org.nianbao.report.Annex;
import org.nianbao.report.TableWords;

/** Reads what an agency adds to its tables: prose above them, notes below them, notes in their cells. */
final class TableWordsReader {
    private static final Pattern NOTED = Pattern.compile("(.*?\\S)\\s*[（(]\\s*([^（）()]*\\S)\\s*[)）]");
    private static final Pattern UNIT = Pattern.compile("[件条次个项份家元万亿%\\s]*|[\\d.,]*");

    private final MappingReader fields;
    private final SourceSpans places;
    private final Map<CellPath, String> notes = new LinkedHashMap<>();
    private final Map<String, String> prose = new LinkedHashMap<>();
    private final Map<String, List<String>> below = new LinkedHashMap<>();
    private final List<Annex> annexes = new ArrayList<>();

    TableWordsReader(MappingReader fields, SourceSpans places) {
        this.fields = fields;
        this.places = places;
    }

    /** All words that were read. */
    TableWords words() {
        return new TableWords(notes, prose, below, annexes);
    }

    /** Adds an annex with its table in Markdown. */
    void add(Annex annex, String markdown) {
        annexes.add(annex);
        prose.put(annex.path(), markdown);
    }

    /** The keys of a table's words that are no rows of its form. */
    static Set<String> keys(KeyTree form) {
        Set<String> names = new HashSet<>(Set.of(Keywords.OPENING, Keywords.NOTE, Keywords.ROWS));
        names.removeAll(form.children().keySet());
        return names;
    }

    /** The path of the prose above a table. */
    static String opening(String section) {
        return new CellPath(section).then(Keywords.OPENING).dotted();
    }

    /** Reads the words above and below a table. */
    void read(String section, YamlNode item, KeyTree form) {
        Set<String> names = keys(form);
        item.value(Keywords.OPENING)
                .filter(text -> names.contains(Keywords.OPENING))
                .ifPresent(text -> {
                    put(section, Keywords.OPENING, text);
                    fields.text(text, Keywords.OPENING)
                            .filter(words -> !words.isBlank())
                            .ifPresent(words -> prose.put(opening(section), words));
                });
        item.value(Keywords.NOTE).filter(text -> names.contains(Keywords.NOTE)).ifPresent(text -> {
            put(section, Keywords.NOTE, text);
            List<String> lines = text.oneOrMore().stream()
                    .flatMap(note -> fields.text(note, Keywords.NOTE).stream())
                    .flatMap(String::lines)
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            if (!lines.isEmpty()) {
                below.put(section, lines);
            }
        });
    }

    private void put(String section, String key, YamlNode text) {
        places.put(new CellPath(section).then(key).dotted(), text.start(), text.end());
    }

    /** The figure of a value with a note, which is kept; the value itself if it has none. */
    YamlNode figure(FormCell cell, YamlNode item) {
        if (!cell.isFigure()) {
            return item;
        }
        if (item.isMapping() && item.value(Keywords.FIGURE).isPresent()) {
            MappingReader of = fields.of(item, Set.of(Keywords.FIGURE, Keywords.NOTE), Set.of());
            Optional<YamlNode> note = of.value(Keywords.NOTE);
            note.flatMap(text -> fields.text(text, Keywords.NOTE))
                    .filter(words -> words.lines().count() <= 1)
                    .ifPresentOrElse(
                            words -> notes.put(cell.path(), words.strip()),
                            () -> note.filter(text ->
                                            text.isScalar() && !text.text().isEmpty())
                                    .ifPresent(text -> fields.wrong(text, Keywords.NOTE, Message.of("a-text"))));
            return of.value(Keywords.FIGURE).orElse(item);
        }
        Matcher noted = NOTED.matcher(item.text().strip());
        if (!noted.matches()
                || UNIT.matcher(noted.group(2)).matches()
                || cell.spec().type().read(noted.group(1)).isEmpty()) {
            return item;
        }
        notes.put(cell.path(), noted.group(2));
        int start = item.textStart() + item.text().indexOf(noted.group(1));
        return YamlNode.part(
                item.source(), noted.group(1), start, start + noted.group(1).length());
    }
}
