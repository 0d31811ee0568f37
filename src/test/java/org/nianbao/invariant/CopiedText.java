package org.nianbao.invariant;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.nianbao.published.ProseReadBack;

/** A paragraph copied from a PDF has the spaces that were typed, and no others. */
final class CopiedText implements Invariant {
    /** The part of a character's width that is no space yet; PDFBox finds one beside each slash in a justified line. */
    private static final float TOLERANCE = 0.6f;

    /** Spaces at which a line ends; a PDF does not have them there. */
    private static final String SPACES = " \u3000";

    @Override
    public List<String> faults(RenderedReport report) {
        List<String> faults = new ArrayList<>();
        Document html = report.html();
        html.select("br").remove();
        String pdf = ProseReadBack.pdf(report.bytes("pdf"), TOLERANCE);
        int at = 0;
        for (String paragraph : SameText.paragraphs(html)) {
            int end = -1;
            for (int from = at; end < 0 && from < pdf.length(); from++) {
                end = end(paragraph, pdf, from);
            }
            if (end < 0) {
                faults.add("copied otherwise “" + paragraph + "”");
            }
            at = Math.max(at, end);
        }
        return faults;
    }

    /** The end of words in a text that begins with them; a line may end anywhere or at a space. -1 if it does not. */
    private static int end(String words, String text, int start) {
        int at = start;
        for (int i = 0; i < words.length(); i++) {
            boolean newLine = i > 0
                    && at < text.length()
                    && Character.isWhitespace(text.charAt(at))
                    && text.substring(at).matches("(?s)[ \u3000]*\\n.*");
            if (newLine) {
                while (at < text.length() && " \u3000\n".indexOf(text.charAt(at)) >= 0) {
                    at++;
                }
                if (SPACES.indexOf(words.charAt(i)) >= 0) {
                    continue;
                }
            }
            boolean isStretched = i > 0 && words.charAt(i - 1) == '\u3000' && words.charAt(i) != ' ';
            if (isStretched && at < text.length() && text.charAt(at) == ' ') {
                at++; // found by readers in the space that justification adds to U+3000
            }
            if (at >= text.length() || text.charAt(at) != words.charAt(i)) {
                return -1;
            }
            at++;
        }
        return at;
    }
}
