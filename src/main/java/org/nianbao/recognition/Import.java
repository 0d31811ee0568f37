package org.nianbao.recognition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Message;
import org.nianbao.foreign.Limits;
import org.nianbao.foreign.NeighbouringFiles;
import org.nianbao.foreign.UnreadableDocument;
import org.nianbao.foreign.excel.XlsxDocument;
import org.nianbao.foreign.excel.XlsxSheet;
import org.nianbao.form.Fact;
import org.nianbao.form.Form;
import org.nianbao.input.Forms;
import org.nianbao.sandbox.Sandbox;

/**
 * The import of one document.
 *
 * @param report that was found; empty if there is an error
 * @param error why there is none
 */
public record Import(Optional<RecognizedReport> report, Optional<Diagnostic> error) {
    /** Of the processor, for one document; a report takes a second. */
    private static final Duration TIME_LIMIT = Duration.ofSeconds(8);

    /**
     * Reads a document and recognizes its report.
     *
     * @param name of the document in messages
     * @param folder of the input, whose local rows are tried, too
     * @param agency takes the place of the one in the document
     * @param year takes the place of the one in the document
     */
    public static Import of(
            Path document, String name, Path folder, Forms forms, Optional<String> agency, Optional<Integer> year) {
        try {
            if (Files.size(document) > Limits.FILE) {
                throw UnreadableDocument.tooLarge(Files.size(document) >> 20, UnreadableDocument.SizeUnit.MEBIBYTES);
            }
            return recognize(Files.readAllBytes(document), document, name, folder, forms)
                    .map(report -> completed(report, agency, year))
                    .map(report -> missing(report, name)
                            .map(Import::failed)
                            .orElseGet(() -> new Import(Optional.of(report), Optional.empty())))
                    .orElseGet(() -> failed(Diagnostic.error("import-no-report", name)));
        } catch (UnreadableDocument e) {
            return failed(Diagnostic.error(id(e.why()), name, e.detail()));
        } catch (Sandbox.LimitExceeded e) {
            return failed(Diagnostic.error("import-too-large", name, e.reason()));
        } catch (IOException e) {
            return failed(Diagnostic.error("unreadable", name));
        }
    }

    /** Within a limit of time, memory and stack: a document may be anybody's. What a library throws, the document caused. */
    private static Optional<RecognizedReport> recognize(
            byte[] bytes, Path document, String name, Path folder, Forms forms) throws UnreadableDocument {
        try {
            return Sandbox.within(TIME_LIMIT, () -> report(bytes, document, name, folder, forms));
        } catch (Sandbox.LimitExceeded e) {
            throw e;
        } catch (RuntimeException e) {
            if (e.getCause() instanceof UnreadableDocument unreadable) {
                throw unreadable;
            }
            throw new UnreadableDocument(UnreadableDocument.Cause.DAMAGED, String.valueOf(e.getMessage()));
        }
    }

    private static Optional<RecognizedReport> report(byte[] bytes, Path document, String name, Path folder, Forms forms)
            throws UnreadableDocument {
        if (!DocumentReader.isWorkbook(name)) {
            return ReportRecognizer.recognize(DocumentReader.read(bytes, name, beside(document)), forms, folder);
        }
        List<XlsxSheet> sheets = XlsxDocument.read(bytes);
        Optional<RecognizedReport> filled = FilledWorkbook.recognize(sheets, document, forms);
        return filled.isPresent() ? filled : ReportRecognizer.recognize(XlsxDocument.of(sheets), forms, folder);
    }

    private static NeighbouringFiles beside(Path document) {
        return NeighbouringFiles.in(document.toAbsolutePath().resolveSibling(""));
    }

    private static String id(UnreadableDocument.Cause cause) {
        return switch (cause) {
            case DAMAGED -> "import-damaged";
            case ENCRYPTED -> "import-encrypted";
            case TOO_LARGE -> "import-too-large";
            case SCANNED -> "import-scanned";
        };
    }

    private static Import failed(Diagnostic error) {
        return new Import(Optional.empty(), Optional.of(error));
    }

    private static RecognizedReport completed(
            RecognizedReport report, Optional<String> agency, Optional<Integer> year) {
        Form form = report.edition().form();
        Map<String, String> facts = new LinkedHashMap<>(report.facts());
        agency.ifPresent(name -> form.fact(Fact.Role.AGENCY).ifPresent(fact -> facts.put(fact.key(), name)));
        year.ifPresent(
                number -> form.fact(Fact.Role.YEAR).ifPresent(fact -> facts.put(fact.key(), String.valueOf(number))));
        return report.with(facts);
    }

    private static Optional<Diagnostic> missing(RecognizedReport report, String name) {
        return report.edition().form().facts().stream()
                .filter(Fact::isEssential)
                .filter(fact -> !report.facts().containsKey(fact.key()))
                .findFirst()
                .map(fact -> Diagnostic.error("import-no-fact", name, fact.key())
                        .help(Message.of(
                                fact.role().equals(Optional.of(Fact.Role.YEAR))
                                        ? "import-no-fact.year"
                                        : "import-no-fact.agency",
                                name)));
    }
}
