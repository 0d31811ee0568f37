package org.nianbao.input;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.SourceSpans;
import org.nianbao.form.Cell;
import org.nianbao.form.ChartSpec;
import org.nianbao.form.Form;
import org.nianbao.form.Section;
import org.nianbao.report.ChartRequest;

/** Reads which charts of its form a report shows. */
final class ChartRequestReader {
    private final Form form;
    private final Optional<Integer> year;
    private final Diagnostics diagnostics;
    private final MappingReader fields;
    private final SourceSpans places;
    private final Map<String, ChartRequest> exhibits = new LinkedHashMap<>();

    /**
     * Prepares to read.
     *
     * @param year of the report, if it could be read
     * @param places gets the place of each chart, under the word for charts and the chart's key
     */
    ChartRequestReader(
            Form form, Optional<Integer> year, Diagnostics diagnostics, MappingReader fields, SourceSpans places) {
        this.form = form;
        this.year = year;
        this.diagnostics = diagnostics;
        this.fields = fields;
        this.places = places;
    }

    List<ChartRequest> read(YamlNode list) {
        if (!list.isSequence()) {
            fields.wrong(list, Keywords.CHARTS, Message.of("a-list-of-charts", String.join(", ", keys())));
        }
        list.members().forEach(this::request);
        return List.copyOf(exhibits.values());
    }

    private List<String> keys() {
        return form.charts().stream().map(ChartSpec::key).toList();
    }

    /** A chart is a word or, where more is to be said of it, a mapping. */
    private void request(YamlNode member) {
        YamlNode name = member;
        if (!member.isScalar()) {
            YamlNode.Entry named = member.entries(new Diagnostics()).get(Keywords.CHART);
            if (named == null) {
                fields.of(member, Set.of(Keywords.CHART), Set.of(Keywords.SECTION, Keywords.EARLIER));
                return;
            }
            name = named.value();
        }
        YamlNode word = name;
        form.charts().stream()
                .filter(chart -> chart.key().equals(word.text()))
                .findFirst()
                .ifPresentOrElse(
                        chart -> request(chart, member, word),
                        () -> diagnostics.add(fields.unknown("unknown-chart", word, keys())));
    }

    private void request(ChartSpec chart, YamlNode member, YamlNode name) {
        boolean byYear = chart.layout() == ChartSpec.Layout.YEARS;
        Set<String> more = byYear ? Set.of(Keywords.SECTION, Keywords.EARLIER) : Set.of(Keywords.SECTION);
        Map<String, YamlNode> of = member.isScalar() ? Map.of() : fields.of(member, Set.of(Keywords.CHART), more);
        if (byYear && !of.containsKey(Keywords.EARLIER)) {
            diagnostics.add(Diagnostic.error("chart-of-one-year", member.place(), chart.key(), example(chart)));
        }
        YamlNode earlier = of.get(Keywords.EARLIER);
        ChartRequest request = new ChartRequest(
                chart,
                section(of).orElse(chart.section()),
                earlier == null ? new TreeMap<>() : earlier(chart, earlier));
        places.put(Keywords.CHARTS + "." + chart.key(), member.start(), member.end());
        if (exhibits.putIfAbsent(chart.key(), request) != null) {
            diagnostics.add(
                    Diagnostic.error("chart-twice", name.place(), chart.key()).help(Message.of("duplicate-key.help")));
        }
    }

    private Optional<String> section(Map<String, YamlNode> of) {
        List<String> sections = form.sections().stream().map(Section::key).toList();
        Optional<YamlNode> named = Optional.ofNullable(of.get(Keywords.SECTION));
        named.filter(item -> !sections.contains(item.text()))
                .ifPresent(item -> diagnostics.add(fields.unknown("unknown-section", item, sections)));
        return named.map(YamlNode::text);
    }

    private SortedMap<Integer, Map<String, Cell>> earlier(ChartSpec chart, YamlNode item) {
        SortedMap<Integer, Map<String, Cell>> earlier = new TreeMap<>();
        Map<String, YamlNode.Entry> years = item.entries(diagnostics);
        if (years.isEmpty()) {
            fields.wrong(item, Keywords.EARLIER, Message.verbatim(example(chart)));
        }
        years.forEach((key, entry) -> {
            boolean isYear = key.matches("[12][0-9]{3}");
            if (isYear && year.map(own -> isBefore(Integer.parseInt(key), own)).orElse(true)) {
                earlier.put(Integer.valueOf(key), figures(chart, key, entry.value()));
            } else {
                fields.wrong(entry.key(), Keywords.EARLIER, earlierYears());
            }
        });
        return earlier;
    }

    private Message earlierYears() {
        return year.map(own -> Message.of("an-earlier-year", text(own - ChartRequest.MOST_YEARS), text(own - 1)))
                .orElseGet(() -> Message.of("a-year"));
    }

    private static boolean isBefore(int earlier, int own) {
        return earlier < own && earlier >= own - ChartRequest.MOST_YEARS;
    }

    /** One figure; or, where each year has several, each behind its name. */
    private Map<String, Cell> figures(ChartSpec chart, String year, YamlNode item) {
        Map<String, Cell> figures = new LinkedHashMap<>();
        List<String> names = chart.names();
        if (!item.isMapping() && names.size() == 1) {
            figures.put(names.get(0), figure(chart, year, item));
        } else if (!item.isMapping()) {
            fields.wrong(item, year, Message.verbatim(figuresOf(chart)));
        } else {
            fields.of(item, Set.copyOf(names), Set.of())
                    .forEach((name, value) -> figures.put(name, figure(chart, year + " " + name, value)));
        }
        return figures;
    }

    private Cell figure(ChartSpec chart, String name, YamlNode item) {
        if (item.isTilde()) {
            return Cell.BLANK;
        }
        Optional<Cell> cell = item.isScalar() ? chart.type().read(item.text()) : Optional.empty();
        if (cell.isEmpty()) {
            diagnostics.add(FigureReader.noFigure(form, item, name, chart.type(), Optional.of(chart.unit())));
        }
        return cell.orElse(Cell.BLANK);
    }

    private String example(ChartSpec chart) {
        return "{" + year.map(own -> text(own - 1)).orElse("2020") + ": " + figuresOf(chart) + "}";
    }

    private static String figuresOf(ChartSpec chart) {
        List<String> names = chart.names();
        return names.size() == 1 ? "12" : "{" + String.join(": 12, ", names) + ": 12}";
    }

    /** A year as messages say it, without a separator of thousands. */
    private static String text(int year) {
        return String.valueOf(year);
    }
}
