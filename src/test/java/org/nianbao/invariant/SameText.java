package org.nianbao.invariant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.nianbao.published.ProseReadBack;

/** The words of an input are in its HTML; PDF and DOCX have the words of the HTML. */
public final class SameText implements Invariant {
    private static final String PARAGRAPHS = "h1, h2, h3, h4, h5, p, li:not(:has(p, ul, ol)), figcaption";

    @Override
    public List<String> faults(RenderedReport report) {
        List<String> faults = new ArrayList<>();
        Document html = report.html();
        html.select("script, style, nav, header, footer, figure table, caption, br")
                .remove();
        String seen = spaceless(html.body().wholeText());
        int at = 0;
        boolean simplified = html.select("html").attr("lang").equals("zh-CN");
        for (String words : simplified ? report.typed() : List.<String>of()) {
            int found = seen.indexOf(spaceless(words), at);
            if (found < 0) {
                faults.add("HTML lacks “" + words + "”");
            } else {
                at = found;
            }
        }
        String pdf = ProseReadBack.pdf(report.bytes("pdf"));
        requireParagraphs(html, pdf, "PDF", faults);
        requireParagraphs(html, ProseReadBack.docx(report.bytes("docx")), "DOCX", faults);
        Map<Integer, Integer> missing = characters(seen);
        characters(spaceless(pdf)).forEach((character, count) -> missing.merge(character, -count, Integer::sum));
        missing.forEach((character, count) -> {
            if (count > 0) {
                faults.add("PDF lacks %d times “%s” U+%04X".formatted(count, Character.toString(character), character));
            }
        });
        return faults;
    }

    private static Map<Integer, Integer> characters(String text) {
        Map<Integer, Integer> counts = new HashMap<>();
        text.codePoints().forEach(character -> counts.merge(character, 1, Integer::sum));
        return counts;
    }

    /** The paragraphs outside tables are in a text, one behind the other. */
    private static void requireParagraphs(Document html, String text, String format, List<String> faults) {
        String all = spaceless(text);
        int at = 0;
        for (String paragraph : paragraphs(html)) {
            String words = spaceless(paragraph);
            int found = all.indexOf(words, at);
            if (found < 0) {
                faults.add(format + " lacks “" + words + "”");
            } else {
                at = found + words.length();
            }
        }
    }

    /** The paragraphs outside tables. */
    static List<String> paragraphs(Document html) {
        return html.select(PARAGRAPHS).stream()
                .filter(paragraph -> paragraph.closest("table, nav, header, footer") == null)
                .map(paragraph ->
                        paragraph.wholeText().replaceAll("[ \\t\\n]+", " ").strip())
                .toList();
    }

    private static String spaceless(String text) {
        return text.replaceAll("[\\s\\u00A0\\u3000]+", "");
    }
}
