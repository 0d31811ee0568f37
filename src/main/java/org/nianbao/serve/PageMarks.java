package org.nianbao.serve;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.nianbao.form.Section;
import org.nianbao.report.Report;
import org.nianbao.template.TableLayout;

/**
 * Marks the cells and the paragraphs of a report's HTML with their paths, for whoever clicks on them. A cell is known by the
 * ids of its labels, a paragraph by the section that it is in; all other content has no mark.
 */
record PageMarks(Report report) {
    private static final Pattern CELL = Pattern.compile("<td((?:\\s[^<>]*?)?\\sheaders=\"([^\"<>]*)\")");
    private static final Pattern HEADING = Pattern.compile("<h2[^<>]*\\sid=\"s([0-9]+)\"");
    private static final Pattern BLOCK =
            Pattern.compile("<(p|h3|h4|li|h2)(?=[\\s>])(?![^<>]*class=\"(?:draft|note|signature|date)\")");

    /** The HTML with {@code data-path} attributes. */
    String in(String html) {
        return paragraphs(cells(html));
    }

    private String cells(String html) {
        Map<String, String> paths = new HashMap<>();
        List<Section.TableSection> tables = report.form().tables();
        for (int i = 0; i < tables.size(); i++) {
            TableLayout layout = TableLayout.of(report, tables.get(i), i + 1);
            Stream.concat(Stream.of(layout.head()), layout.groups().stream())
                    .flatMap(List::stream)
                    .flatMap(List::stream)
                    .filter(cell -> !cell.header())
                    .forEach(cell -> paths.put(cell.headers(), cell.path()));
        }
        return CELL.matcher(html).replaceAll(cell -> {
            String path = paths.get(cell.group(2));
            return Matcher.quoteReplacement("<td" + (path == null ? "" : mark(path)) + cell.group(1));
        });
    }

    /** Headings of sections change the section; paragraphs before the first one belong to the part without a heading. */
    private String paragraphs(String html) {
        List<Section> sections = report.form().sections();
        int main = Math.max(0, html.indexOf("<main"));
        StringBuilder marked = new StringBuilder(html.substring(0, main));
        String body = html.substring(main);
        Matcher blocks = BLOCK.matcher(body);
        int section = sections.get(0).heading().isEmpty() ? 1 : 0;
        int at = 0;
        while (blocks.find()) {
            Matcher heading = HEADING.matcher(body).region(blocks.start(), body.length());
            if (heading.lookingAt()) {
                section = number(heading);
            } else if (blocks.group(1).equals("h2")) {
                section = 0; // annexes are edited in the YAML
            }
            if (section >= 1 && section <= sections.size()) {
                marked.append(body, at, blocks.end())
                        .append(mark(sections.get(section - 1).key()));
                at = blocks.end();
            }
        }
        return marked.append(body, at, body.length()).toString();
    }

    private static int number(MatchResult heading) {
        return heading.group(1).length() > 3 ? 0 : Integer.parseInt(heading.group(1));
    }

    private static String mark(String path) {
        String escaped = path.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
        return " data-path=\"" + escaped + "\"";
    }
}
