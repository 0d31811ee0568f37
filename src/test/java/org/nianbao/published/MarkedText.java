package org.nianbao.published;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/** The words of a PDF that hang from its structure tree. */
public final class MarkedText {
    private MarkedText() {}

    /** By the page and the number of the marked content. */
    public static Map<COSDictionary, Map<Integer, String>> of(PDDocument document) throws IOException {
        Map<COSDictionary, Map<Integer, String>> words = new HashMap<>();
        for (PDPage page : document.getPages()) {
            Map<Integer, String> byId = new HashMap<>();
            PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
            extractor.processPage(page);
            extractor.getMarkedContents().forEach(content -> collect(content, byId));
            words.put(page.getCOSObject(), byId);
        }
        return words;
    }

    private static void collect(PDMarkedContent content, Map<Integer, String> byId) {
        StringBuilder text = new StringBuilder();
        for (Object part : content.getContents()) {
            if (part instanceof TextPosition position) {
                text.append(position.getUnicode());
            } else if (part instanceof PDMarkedContent inner) {
                collect(inner, byId);
            }
        }
        byId.merge(content.getMCID(), text.toString(), String::concat);
    }
}
