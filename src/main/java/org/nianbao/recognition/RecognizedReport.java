package org.nianbao.recognition;

import java.util.List;
import java.util.Map;
import org.nianbao.chinese.Script;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.form.Cell;
import org.nianbao.form.CellPath;
import org.nianbao.input.Forms;
import org.nianbao.report.TableWords;

/**
 * A report as it was found in a document.
 *
 * @param edition of its form
 * @param script of the document; all words are in Simplified
 * @param more other facts about the form that an input states, each a word or several: local rows, other names
 * @param facts by key
 * @param prose by section key
 * @param figures as they stand, wrong sums included; a cell that was found blank is blank
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
        Map<CellPath, Cell> figures,
        TableWords words,
        List<String> lost,
        Origins origins,
        List<Diagnostic> doubts,
        double score) {

    /** The same report with other facts. */
    public RecognizedReport with(Map<String, String> others) {
        return new RecognizedReport(edition, script, more, others, prose, figures, words, lost, origins, doubts, score);
    }
}
