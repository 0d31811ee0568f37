package org.nianbao;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.nianbao.page.LineEdges;

/** Reports in Simplified and Traditional Chinese whose paragraphs have each mark near the end of a line, at every place. */
public final class EdgeProse {
    private static final Map<String, String> SCRIPTS = new TreeMap<>(Map.of("simplified", "简体", "traditional", "繁体"));

    private EdgeProse() {}

    /** Renders them; returns their names. */
    public static List<String> render(Workplace place, String formats) {
        SCRIPTS.forEach((name, script) -> place.write(
                name + ".yaml",
                SmallReport.of("柳河县档案局", 2023)
                        .facts("文字: " + script)
                        .overall(prose())
                        .toString()));
        Workplace.Run run = place.nianbao("render", "simplified.yaml", "traditional.yaml", "--format", formats);
        if (run.status() != 0) {
            throw new AssertionError(run.err());
        }
        return List.copyOf(SCRIPTS.keySet());
    }

    private static String prose() {
        StringBuilder prose = new StringBuilder();
        for (int before = 24; before <= 28; before++) {
            for (char mark : (LineEdges.NEVER_FIRST + LineEdges.NEVER_LAST + "—").toCharArray()) {
                prose.append("%s%s%s。\n\n".formatted("中".repeat(before), mark, "文".repeat(4)));
            }
        }
        return prose.toString();
    }

    /** The lines that begin or end with a mark that never does. */
    public static List<String> wrongLines(Path pdf) throws IOException {
        return wrongLines(pdf, LineEdges.NEVER_FIRST + "—", LineEdges.NEVER_LAST.replace("［", "\\［"));
    }

    /** The lines that begin or end with one of these marks. */
    public static List<String> wrongLines(Path pdf, String first, String last) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper()
                    .getText(document)
                    .lines()
                    .map(line -> line.replaceAll("[\\s\u2060]", ""))
                    .filter(line -> line.matches("[%s][中文]+。?|中+[%s]".formatted(first, last)))
                    .toList();
        }
    }
}
