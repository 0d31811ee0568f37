package org.nianbao.recognition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.nianbao.chinese.Script;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.foreign.DocumentPart.PicturePart;
import org.nianbao.form.Cell;
import org.nianbao.form.CellPath;
import org.nianbao.input.Forms;
import org.nianbao.report.ChartRequest;
import org.nianbao.report.TableWords;

/**
 * A report as it was found in a document.
 *
 * @param edition of its form
 * @param script of the document; all words are in Simplified
 * @param more other facts about the form that an input states, each a word or several: local rows, other names
 * @param facts by key
 * @param prose by section key
 * @param pictures of the prose by the marks that stand for them in it
 * @param figures as they stand, wrong sums included; a cell that was found blank is blank
 * @param charts that the document shows
 * @param words notes in cells and below tables, prose above tables, annexes
 * @param lost text that has no place in the form
 * @param origins the places of its parts in the document
 * @param doubts about what was not found, or not for certain, with places in the document
 * @param score how much of the form was found; of several editions the one with more is right
 */
public record RecognizedReport(
        Forms.Edition edition,
        Script script,
        Map<String, List<String>> more,
        Map<String, String> facts,
        Map<String, String> prose,
        Map<String, PicturePart> pictures,
        Map<CellPath, Cell> figures,
        List<ChartRequest> charts,
        TableWords words,
        List<String> lost,
        Origins origins,
        List<Diagnostic> doubts,
        double score) {

    /** The same report with other facts. */
    public RecognizedReport with(Map<String, String> others) {
        return new RecognizedReport(
                edition, script, more, others, prose, pictures, figures, charts, words, lost, origins, doubts, score);
    }

    /**
     * The same report with its pictures in the prose, or with doubts about them.
     *
     * @param names gives a picture the name of its file, from the input's folder; nothing if it is not saved
     */
    public RecognizedReport withPictures(Function<PicturePart, Optional<String>> names) {
        Map<String, String> written = new LinkedHashMap<>(prose);
        List<Diagnostic> others = new ArrayList<>(doubts);
        int number = 0;
        for (Map.Entry<String, PicturePart> mark : pictures.entrySet()) {
            PictureLine line = new PictureLine(mark.getValue(), ++number);
            Optional<String> name = names.apply(mark.getValue());
            String markdown = name.map(line::in).orElse("");
            written.replaceAll((section, text) -> text.contains(mark.getKey())
                    ? text.replace(mark.getKey(), markdown)
                            .replaceAll("\n{3,}", "\n\n")
                            .strip()
                    : text);
            name.map(line::doubt).orElseGet(() -> Optional.of(line.missing())).ifPresent(others::add);
        }
        return new RecognizedReport(
                edition, script, more, facts, written, Map.of(), figures, charts, words, lost, origins, others, score);
    }
}
