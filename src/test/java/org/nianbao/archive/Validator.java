package org.nianbao.archive;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** veraPDF, the validator of the PDF Association. */
final class Validator {
    private static final List<PDFAFlavour> STANDARDS = List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1);

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private Validator() {}

    /**
     * The rules of PDF/A-2a and PDF/UA-1 that a document fails, each once with the first place where it does: by standard,
     * clause and test.
     */
    static List<String> failures(byte[] pdf) throws Exception {
        List<String> failures = new ArrayList<>();
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), STANDARDS.get(0));
                PDFAValidator validator = Foundries.defaultInstance().createValidator(STANDARDS)) {
            parser.setFlavours(STANDARDS);
            List<ValidationResult> results = validator.validateAll(parser);
            if (!STANDARDS.equals(
                    results.stream().map(ValidationResult::getPDFAFlavour).toList())) {
                failures.add("not checked by " + STANDARDS);
            }
            results.forEach(result -> failures.addAll(failures(result)));
        }
        return failures;
    }

    private static Set<String> failures(ValidationResult result) {
        PDFAFlavour standard = result.getPDFAFlavour();
        Set<String> failures = new TreeSet<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                failures.add(standard + " " + assertion.getRuleId().getClause() + "-"
                        + assertion.getRuleId().getTestNumber() + ": " + assertion.getMessage());
            }
        }
        if (failures.isEmpty() && (!result.isCompliant() || result.getTotalAssertions() == 0)) {
            failures.add(standard + ": not checked");
        }
        return failures;
    }
}
