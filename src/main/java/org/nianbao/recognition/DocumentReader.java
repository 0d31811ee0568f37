package org.nianbao.recognition;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.nianbao.foreign.ForeignDocument;
import org.nianbao.foreign.Limits;
import org.nianbao.foreign.NeighbouringFiles;
import org.nianbao.foreign.UnreadableDocument;
import org.nianbao.foreign.excel.XlsxDocument;
import org.nianbao.foreign.html.HtmlDocument;
import org.nianbao.foreign.ofd.OfdText;
import org.nianbao.foreign.pdf.PdfDocument;
import org.nianbao.foreign.plain.TextDocument;
import org.nianbao.foreign.word.DocDocument;
import org.nianbao.foreign.word.DocxDocument;

/** Reads a document by the ending of its name. */
public final class DocumentReader {
    private DocumentReader() {}

    /** Whether a file of that name can be read. */
    public static boolean reads(String name) {
        return isSent(name) || ending(name).matches("html|htm|txt");
    }

    /** Whether a file of that name is likely a report that an office sends; pages of a website and lists are not. */
    public static boolean isSent(String name) {
        return ending(name).matches("docx|doc|wps|pdf|xlsx|ofd");
    }

    /** Whether a file of that name is a workbook. */
    static boolean isWorkbook(String name) {
        return ending(name).equals("xlsx");
    }

    /** The same as {@link #read(byte[], String, NeighbouringFiles)} for a document without files. */
    public static ForeignDocument read(byte[] bytes, String name) throws UnreadableDocument {
        return read(bytes, name, NeighbouringFiles.none());
    }

    /**
     * Reads a document.
     *
     * @param beside the files that pictures of a web page may be in
     * @throws UnreadableDocument if it is damaged, or larger than any report
     */
    public static ForeignDocument read(byte[] bytes, String name, NeighbouringFiles beside) throws UnreadableDocument {
        if (bytes.length > Limits.FILE) {
            throw UnreadableDocument.tooLarge(bytes.length >> 20, UnreadableDocument.SizeUnit.MEBIBYTES);
        }
        return switch (ending(name)) {
            case "docx", "doc", "wps" -> word(bytes, beside);
            case "xlsx" -> XlsxDocument.of(XlsxDocument.read(bytes));
            case "ofd" -> OfdText.read(bytes);
            case "pdf" -> PdfDocument.read(bytes);
            case "txt" -> TextDocument.read(bytes);
            default -> HtmlDocument.read(bytes, beside);
        };
    }

    /** A Word document by its first bytes: whoever renames a file, or saves a web page as one, keeps the ending. */
    private static ForeignDocument word(byte[] bytes, NeighbouringFiles beside) throws UnreadableDocument {
        if (bytes.length > 0 && bytes[0] == 'P') {
            return DocxDocument.read(bytes);
        }
        String start = new String(bytes, 0, Math.min(bytes.length, 100), StandardCharsets.ISO_8859_1);
        return start.replaceFirst("^\\W*", "").matches("(?s)(?i)(?:html|doctype|xml|meta|head)\\b.*")
                ? HtmlDocument.read(bytes, beside)
                : DocDocument.read(bytes);
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
