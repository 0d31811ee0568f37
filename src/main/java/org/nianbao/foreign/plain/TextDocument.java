package org.nianbao.foreign.plain;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nianbao.foreign.DocumentPart;
import org.nianbao.foreign.ForeignDocument;
import org.nianbao.foreign.Limits;
import org.nianbao.foreign.Place;
import org.nianbao.foreign.PlainText;
import org.nianbao.foreign.UnreadableDocument;

/**
 * Reads a text file in UTF-8 or GB 18030. Each line is a paragraph; what stands between tabs or vertical bars, and each of several figures
 * at the end of a line, is a paragraph of its own. Paragraphs have the numbers of their lines.
 */
public final class TextDocument {
    private static final Pattern LINES = Pattern.compile("\r\n?|\n");

    /** In front of a text or a heading, and lines that Markdown draws. */
    private static final Pattern MARKS = Pattern.compile("^\uFEFF|^\\s*#{1,6} |^[\\s|:]*-{3}[-\\s|:]*$");

    /** A blank between words of one cell is single. */
    private static final Pattern GAP = Pattern.compile("[\\s\\p{Z}]{2,}");

    /** Figures, dashes or strokes: at least two, or one behind a gap. */
    private static final Pattern FIGURES = Pattern.compile(
            "^(.*?)((?:(?:^|[\\s\\p{Z}]+)(?:[+-]?[0-9][0-9,.]*|[-—/])){2,}|[\\s\\p{Z}]{2,}[+-]?[0-9][0-9,.]*)$");

    /** So many words with gaps between them are the heads of a table. */
    private static final int HEADS = 3;

    private TextDocument() {}

    /**
     * Reads a file.
     *
     * @throws UnreadableDocument if it has more lines than any report, or is no text
     */
    public static ForeignDocument read(byte[] bytes) throws UnreadableDocument {
        List<DocumentPart> passages = new ArrayList<>();
        int number = 0;
        for (String line : LINES.split(text(bytes), -1)) {
            number++;
            for (String part : parts(MARKS.matcher(line).replaceAll(""))) {
                String words = PlainText.of(part);
                if (!words.isEmpty()) {
                    passages.add(new DocumentPart.TextPart(words, Place.paragraph(0, number)));
                }
            }
            if (passages.size() > Limits.CELLS) {
                throw UnreadableDocument.tooLarge(passages.size(), UnreadableDocument.SizeUnit.CELLS);
            }
        }
        return new ForeignDocument(passages);
    }

    private static String text(byte[] bytes) throws UnreadableDocument {
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            try {
                return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            } catch (CharacterCodingException e) {
                // the next one
            }
        }
        throw new UnreadableDocument(UnreadableDocument.Cause.DAMAGED, "neither UTF-8 nor GB 18030");
    }

    private static List<String> parts(String line) {
        List<String> parts = new ArrayList<>();
        for (String part : line.split("[\t|]", -1)) {
            Matcher figures = FIGURES.matcher(part.strip());
            if (figures.matches()) {
                parts.addAll(List.of(GAP.split(figures.group(1))));
                parts.addAll(List.of(figures.group(2).strip().split("[\\s\\p{Z}]+")));
            } else {
                List<String> heads = List.of(GAP.split(part.strip()));
                parts.addAll(heads.size() < HEADS || part.contains("。") ? List.of(part) : heads);
            }
        }
        return parts;
    }
}
