package org.nianbao.input;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.SourceSpans;
import org.nianbao.form.Cell;
import org.nianbao.form.ChartSpec;
import org.nianbao.form.Section;
import org.nianbao.report.ChartRequest;
import org.nianbao.report.Report;

/**
 * Reads the charts that an input asks for.
 *
 * @param report with the form and, if it could be read, the year
 * @param places gets the place of each chart, by the keyword for charts and the chart's key
 */
record ChartRequestReader(Report report, MappingReader fields, SourceSpans places) {
    List<ChartRequest> read(YamlNode list) {
        List<String> known = report.form().charts().stream().map(ChartSpec::key).toList();
        if (!list.isSequence()) {
            fields.wrong(list, Keywords.CHARTS, Message.of("a-list-of-charts", String.join(", ", known)));
        }
        Map<String, ChartRequest> requests = new LinkedHashMap<>();
        for (YamlNode member : list.members()) {
            Optional<YamlNode> named = member.isScalar() ? Optional.of(member) : member.value(Keywords.CHART);
            if (named.isEmpty()) {
                fields.of(member, Set.of(Keywords.CHART), Set.of(Keywords.SECTION, Keywords.EARLIER));
                continue;
            }
            YamlNode name = named.get();
            int index = known.indexOf(name.text());
            if (index < 0) {
                fields.report(fields.unknown("unknown-chart", name, known));
            } else if (requests.putIfAbsent(
                            name.text(), request(report.form().charts().get(index), member))
                    != null) {
                fields.report(Diagnostic.error("chart-twice", name.place(), name.text())
                        .help(Message.of("duplicate-key.help")));
            }
        }
        return List.copyOf(requests.values());
    }

    /** Reads a chart: a scalar with its key, or a mapping with options. */
    private ChartRequest request(ChartSpec chart, YamlNode member) {
        boolean byYear = chart.layout() == ChartSpec.Layout.YEARS;
        if (!member.isScalar()) {
            Set<String> options = byYear ? Set.of(Keywords.SECTION, Keywords.EARLIER) : Set.of(Keywords.SECTION);
            fields.of(member, Set.of(Keywords.CHART), options);
        }
        Optional<YamlNode> earlier = member.value(Keywords.EARLIER).filter(item -> byYear);
        if (byYear && earlier.isEmpty()) {
            fields.error("chart-of-one-year", member, chart.key(), example(chart));
        }
        places.put(Keywords.CHARTS + "." + chart.key(), member.start(), member.end());
        return new ChartRequest(
                chart,
                member.value(Keywords.SECTION).map(this::section).orElse(chart.section()),
                earlier.map(item -> earlier(chart, item)).orElseGet(TreeMap::new));
    }

    private String section(YamlNode item) {
        List<String> sections =
                report.form().sections().stream().map(Section::key).toList();
        if (!sections.contains(item.text())) {
            fields.report(fields.unknown("unknown-section", item, sections));
        }
        return item.text();
    }

    private SortedMap<Integer, Map<String, Cell>> earlier(ChartSpec chart, YamlNode item) {
        SortedMap<Integer, Map<String, Cell>> earlier = new TreeMap<>();
        if (item.values().isEmpty()) {
            fields.wrong(item, Keywords.EARLIER, Message.verbatim(example(chart)));
        }
        item.values()
                .forEach((key, figures) -> WrittenDate.year(key)
                        .filter(this::isEarlier)
                        .ifPresentOrElse(
                                number -> earlier.put(number, figures(chart, key, figures)),
                                () -> fields.wrong(item.key(key), Keywords.EARLIER, earlierYears())));
        return earlier;
    }

    private boolean isEarlier(int other) {
        return report.year()
                .map(own -> other < own && other >= own - ChartRequest.MOST_YEARS)
                .orElse(true);
    }

    /** Years in messages are texts, which get no thousands separator. */
    private Message earlierYears() {
        return report.year()
                .map(own -> Message.of(
                        "an-earlier-year", String.valueOf(own - ChartRequest.MOST_YEARS), String.valueOf(own - 1)))
                .orElseGet(() -> Message.of("a-year"));
    }

    /** The figures of a year by name; the name of an only one is not written. */
    private Map<String, Cell> figures(ChartSpec chart, String year, YamlNode item) {
        List<String> names = chart.names();
        if (!item.isMapping() && names.size() == 1) {
            return Map.of(names.get(0), figure(chart, year, item));
        }
        if (!item.isMapping()) {
            fields.wrong(item, year, Message.verbatim(figuresOf(chart)));
            return Map.of();
        }
        MappingReader of = fields.of(item, Set.copyOf(names), Set.of());
        Map<String, Cell> figures = new LinkedHashMap<>();
        names.forEach(name ->
                of.value(name).ifPresent(value -> figures.put(name, figure(chart, year + " " + name, value))));
        return figures;
    }

    private Cell figure(ChartSpec chart, String name, YamlNode item) {
        if (item.isTilde()) {
            return Cell.BLANK;
        }
        Optional<Cell> cell = item.isScalar() ? chart.type().read(item.text()) : Optional.empty();
        if (cell.isEmpty()) {
            fields.report(FigureReader.noFigure(report.form(), item, name, chart.type(), Optional.of(chart.unit())));
        }
        return cell.orElse(Cell.BLANK);
    }

    private String example(ChartSpec chart) {
        return "{" + report.year().map(own -> own - 1).orElse(2020) + ": " + figuresOf(chart) + "}";
    }

    private static String figuresOf(ChartSpec chart) {
        List<String> names = chart.names();
        return names.size() == 1 ? "12" : "{" + String.join(": 12, ", names) + ": 12}";
    }
}
