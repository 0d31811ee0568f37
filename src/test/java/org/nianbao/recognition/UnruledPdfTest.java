package org.nianbao.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nianbao.Workplace;
import org.nianbao.foreign.UnreadableDocument;
import org.nianbao.foreign.pdf.PdfDocument;
import org.nianbao.form.Cell;
import org.nianbao.form.CellPath;

@DisplayName("A PDF whose tables have lost their rules is read by the places of its text")
class UnruledPdfTest {
    private static final Set<String> PAINTING = Set.of("S", "s", "f", "F", "f*", "B", "B*", "b", "b*");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"county/ziranziyuanju-2025", "houma-2021", "yima-2023"})
    void figuresAreReadOrInDoubt(String input) throws IOException, UnreadableDocument {
        Workplace place = new Workplace(folder);
        place.copyFromCheckout("inputs");
        place.nianbao("render", "inputs/" + input + ".yaml", "--format", "pdf", "--draft", "--output", "output");
        byte[] pdf = place.bytes("output/" + input.replaceFirst(".*/", "") + ".pdf");
        Map<CellPath, Cell> right = recognize(pdf).figures();
        RecognizedReport found = recognize(withoutRules(pdf));
        Set<String> doubts = found.doubts().stream()
                .flatMap(doubt -> doubt.subject().stream())
                .collect(Collectors.toSet());
        List<String> wrong = new ArrayList<>();
        long same = right.entrySet().stream()
                .filter(figure -> figure.getValue().equals(found.figures().get(figure.getKey())))
                .count();
        right.forEach((path, figure) -> {
            Cell read = found.figures().get(path);
            if (read != null && !read.equals(figure) && !doubts.contains(path.dotted())) {
                wrong.add(path + ": " + figure + " → " + read);
            }
        });
        assertEquals(List.of(), wrong);
        assertTrue(
                same > 0.97 * right.size(),
                same + " of " + right.size() + ", "
                        + found.doubts().stream()
                                .map(d -> d.id() + " " + d.subject().orElse(""))
                                .toList());
    }

    private RecognizedReport recognize(byte[] pdf) throws UnreadableDocument {
        return ReportRecognizer.recognize(PdfDocument.read(pdf), Workplace.FORMS, folder)
                .orElseThrow();
    }

    /** The document without anything that is drawn but its text; without tags, too. */
    private static byte[] withoutRules(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                List<Object> tokens = new PDFStreamParser(page)
                        .parse().stream()
                                .map(token ->
                                        token instanceof Operator operator && PAINTING.contains(operator.getName())
                                                ? Operator.getOperator("n")
                                                : token)
                                .collect(Collectors.toList());
                PDStream content = new PDStream(document);
                try (OutputStream out = content.createOutputStream()) {
                    new ContentStreamWriter(out).writeTokens(tokens);
                }
                page.setContents(content);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }
}
