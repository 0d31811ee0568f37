package org.nianbao.published;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Reads the text of a document back, as a reader sees it. */
public final class ProseReadBack {
    private ProseReadBack() {}

    /** The text of a page of HTML, with asterisks around emphasis, so that it can be compared with what was typed. */
    public static String markdown(byte[] html) {
        return markdown(Jsoup.parse(new String(html, StandardCharsets.UTF_8)).body());
    }

    private static String markdown(Node node) {
        if (node instanceof TextNode text) {
            return text.getWholeText();
        }
        String inside = node.childNodes().stream().map(ProseReadBack::markdown).collect(Collectors.joining());
        String name = node instanceof Element element ? element.normalName() : "";
        String mark = name.equals("strong") ? "**" : name.equals("em") ? "*" : "";
        return mark + inside + mark + (name.matches("p|h[1-6]|li|br|td") ? "\n" : "");
    }

    /** The text of a page of HTML. */
    public static String html(byte[] html) {
        return Jsoup.parse(new String(html, StandardCharsets.UTF_8)).body().wholeText();
    }

    /** The text of a PDF by the positions of its glyphs, page after page, without page numbers. */
    public static String pdf(byte[] bytes) {
        return pdf(bytes, 0.3f);
    }

    /**
     * The same with other spaces.
     *
     * @param tolerance how wide a gap is a space, as a part of the width of characters
     */
    public static String pdf(byte[] bytes, float tolerance) {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            StringBuilder text = new StringBuilder();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setSortByPosition(true);
                stripper.setAverageCharTolerance(tolerance);
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                String number = "—\\s*" + page + "\\s*—\\s*";
                text.append(stripper.getText(document).replaceFirst("\\A\\s*" + number + "|" + number + "\\z", ""));
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The paragraphs of a DOCX outside its tables, a line each. */
    public static String docx(byte[] bytes) {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            return document.getParagraphs().stream().map(XWPFParagraph::getText).collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
