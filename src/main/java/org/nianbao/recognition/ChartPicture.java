package org.nianbao.recognition;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nianbao.foreign.DocumentPart;
import org.nianbao.foreign.DocumentPart.PicturePart;
import org.nianbao.foreign.DocumentPart.TextPart;
import org.nianbao.form.Cell;
import org.nianbao.form.ChartSpec;
import org.nianbao.form.Form;
import org.nianbao.report.ChartRequest;

/** A picture that is a chart of the form, as its title tells; the form draws it anew from the tables. */
final class ChartPicture {
    /** A year in the text of a chart, and what it says about it; the last one is from the tables. */
    private static final Pattern YEAR = Pattern.compile("([12][0-9]{3})年?([^；。]*)(?=；)");

    private ChartPicture() {}

    /**
     * The request for the chart that a picture shows. A chart of years is none unless its text has the figures of earlier years.
     *
     * @param section that the picture is in
     */
    static Optional<ChartRequest> of(PicturePart picture, Form form, String section) {
        return chart(picture.description() + "\n" + picture.caption(), form)
                .map(chart -> new ChartRequest(chart, section, earlier(chart, picture.description())))
                .filter(request -> request.spec().layout() != ChartSpec.Layout.YEARS
                        || !request.earlier().isEmpty());
    }

    private static Optional<ChartSpec> chart(String words, Form form) {
        return form.charts().stream()
                .filter(chart -> Pattern.compile("(?m)^(?:图[0-9]+)?\\h*" + Pattern.quote(chart.title()) + "(?:[：（(]|$)")
                        .matcher(words)
                        .find())
                .findFirst();
    }

    /** The line below a chart that was not seen, for its paths are no picture, as the chart. */
    static DocumentPart unlessCaption(DocumentPart part, Form form) {
        return part instanceof TextPart line
                        && ProseText.isCaption(line)
                        && chart(line.text(), form).isPresent()
                ? new PicturePart("", line.text(), new byte[0], line.place())
                : part;
    }

    private static SortedMap<Integer, Map<String, Cell>> earlier(ChartSpec chart, String description) {
        SortedMap<Integer, Map<String, Cell>> earlier = new TreeMap<>();
        if (chart.layout() == ChartSpec.Layout.YEARS) {
            Matcher year = YEAR.matcher(description);
            while (year.find() && earlier.size() < ChartRequest.MOST_YEARS) {
                Map<String, Cell> figures = new HashMap<>();
                for (String name : chart.names()) {
                    String label = chart.names().size() == 1 ? "" : name;
                    figure(chart, label, year.group(2)).ifPresent(cell -> figures.put(name, cell));
                }
                if (figures.size() == chart.names().size()) {
                    earlier.put(Integer.valueOf(year.group(1)), figures);
                }
            }
        }
        return earlier;
    }

    private static Optional<Cell> figure(ChartSpec chart, String name, String words) {
        Matcher figure = Pattern.compile("(?:^|、)" + Pattern.quote(name) + "(?:无数据|([-0-9.]+)(?:"
                        + Pattern.quote(chart.unit()) + ")" + "?)(?:$|、)")
                .matcher(words);
        return figure.find()
                ? Optional.ofNullable(figure.group(1))
                        .map(digits -> chart.type().read(digits))
                        .orElse(Optional.of(Cell.BLANK))
                : Optional.empty();
    }
}
