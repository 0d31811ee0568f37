package org.nianbao.recognition;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nianbao.form.Cell;
import org.nianbao.form.ChartSpec;
import org.nianbao.form.Form;
import org.nianbao.form.Section;
import org.nianbao.report.ChartRequest;

/** A chart as a workbook asks for it: its key, maybe （its section） and ：figures of earlier years, 2023年3、2024年5. */
final class WrittenChart {
    private static final Pattern CHART = Pattern.compile("([^（(：:]+)(?:[（(]([^）)]*)[）)])?(?:[：:](.*))?");
    private static final Pattern YEAR = Pattern.compile("([12][0-9]{3})年?[:：]?(.*)");

    private WrittenChart() {}

    /** Reads the words; empty if they are not a chart of the form. */
    static Optional<ChartRequest> read(String words, Form form) {
        Matcher written = CHART.matcher(words.replaceAll("\\s", ""));
        if (!written.matches()) {
            return Optional.empty();
        }
        Optional<String> section = Optional.ofNullable(written.group(2));
        boolean known =
                section.isEmpty() || form.sections().stream().map(Section::key).anyMatch(section.get()::equals);
        return form.charts().stream()
                .filter(chart -> known && chart.key().equals(written.group(1)))
                .findFirst()
                .flatMap(chart -> earlier(chart, written.group(3) == null ? "" : written.group(3))
                        .map(years -> new ChartRequest(chart, section.orElse(chart.section()), years)));
    }

    private static Optional<SortedMap<Integer, Map<String, Cell>>> earlier(ChartSpec chart, String words) {
        SortedMap<Integer, Map<String, Cell>> earlier = new TreeMap<>();
        for (String part : words.isEmpty() ? new String[0] : words.split("、", -1)) {
            Matcher year = YEAR.matcher(part);
            Optional<Map<String, Cell>> figures = year.matches() ? figures(chart, year.group(2)) : Optional.empty();
            if (figures.isEmpty() || chart.layout() != ChartSpec.Layout.YEARS) {
                return Optional.empty();
            }
            earlier.put(Integer.valueOf(year.group(1)), figures.get());
        }
        return Optional.of(earlier);
    }

    private static Optional<Map<String, Cell>> figures(ChartSpec chart, String words) {
        Map<String, Cell> figures = new HashMap<>();
        for (String part : words.split("[，,]", -1)) {
            String name = chart.names().size() == 1
                    ? chart.names().get(0)
                    : chart.names().stream()
                            .filter(part::startsWith)
                            .findFirst()
                            .orElse("");
            String digits = chart.names().size() == 1 ? part : part.substring(name.length());
            Optional<Cell> cell =
                    digits.equals("~") ? Optional.of(Cell.BLANK) : chart.type().read(digits);
            if (name.isEmpty() || cell.isEmpty()) {
                return Optional.empty();
            }
            figures.put(name, cell.get());
        }
        return Optional.of(figures).filter(all -> all.size() == chart.names().size());
    }
}
