package org.nianbao.foreign.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * Text as it is read once all tracked changes are accepted (ECMA-376 Part 1, 17.3 and 17.13.5): without deleted and hidden
 * runs, codes of fields, and words that only ask to be replaced.
 */
final class DocxText {
    private DocxText() {}

    /** The text of a paragraph without its automatic number; a line break of the document is a line feed. */
    static String of(Element p) {
        StringBuilder text = new StringBuilder();
        runs(p, false, text);
        return text.toString();
    }

    /** The same in the cell of a table: raised digits are those of a note, not of a figure, so they stand in brackets. */
    static String inCell(Element p) {
        StringBuilder text = new StringBuilder();
        runs(p, true, text);
        return text.toString();
    }

    /** The children of an element, and those of what only wraps them: content controls, insertions, choices of a program. */
    static Stream<Element> children(Element parent) {
        List<Element> found = new ArrayList<>();
        children(parent, found);
        return found.stream();
    }

    private static void children(Element parent, List<Element> found) {
        for (Element child : parent.children()) {
            switch (child.tagName()) {
                case "w:sdt" -> {
                    if (!isToReplace(child)) {
                        children(child, found);
                    }
                }
                case "w:sdtContent", "w:ins", "w:moveTo", "w:customXml", "w:smartTag", "mc:AlternateContent" ->
                    children(child, found);
                case "mc:Choice", "mc:Fallback" -> {
                    if (child.previousElementSibling() == null) { // the first choice is as good as any
                        children(child, found);
                    }
                }
                default -> found.add(child);
            }
        }
    }

    /** Whether a content control shows what to type into it, or is a table of contents. */
    private static boolean isToReplace(Element control) {
        return isOn(control, "> w|sdtPr > w|showingPlcHdr")
                || control.selectFirst("> w|sdtPr > w|docPartObj > w|docPartGallery[w:val=Table of Contents]") != null;
    }

    /** Whether a property is there and not switched off. */
    static boolean isOn(Element parent, String selector) {
        Element property = parent.selectFirst(selector);
        return property != null && !property.attr("w:val").matches("0|false|off|none");
    }

    private static void runs(Element parent, boolean inCell, StringBuilder text) {
        children(parent).forEach(child -> {
            switch (child.tagName()) {
                case "w:t" -> text.append(child.wholeText());
                case "w:tab" -> text.append(parent.tagName().equals("w:r") ? " " : "");
                case "w:br", "w:cr" -> text.append('\n');
                case "w:noBreakHyphen" -> text.append('-');
                case "w:sym" ->
                    text.append(Optional.of(child.attr("w:char"))
                            .filter(code -> code.matches("[0-9A-Fa-f]{4}"))
                            .map(code -> Character.toString(Integer.parseInt(code, 16)))
                            .orElse(""));
                case "w:r" -> run(child, inCell, text);
                case "w:del",
                        "w:moveFrom",
                        "w:pPr",
                        "w:rPr",
                        "w:instrText",
                        "w:rt",
                        "w:drawing",
                        "w:pict",
                        "w:object" -> {}
                default -> runs(child, inCell, text);
            }
        });
    }

    private static void run(Element run, boolean inCell, StringBuilder text) {
        if (isOn(run, "> w|rPr > w|vanish")) {
            return;
        }
        int from = text.length();
        runs(run, inCell, text);
        boolean raised = run.selectFirst("> w|rPr > w|vertAlign[w:val=superscript]") != null;
        if (raised && inCell && text.substring(from).matches("\\s*[0-9]+\\s*")) {
            text.insert(from, '[').append(']');
        }
    }
}
