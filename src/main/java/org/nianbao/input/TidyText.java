package org.nianbao.input;

import java.nio.file.Path;
import java.util.Optional;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Source;
import org.nianbao.text.PastedText;

/** A file of plain text, pasted from a paper, as it would be typed. */
public final class TidyText {
    private TidyText() {}

    /**
     * Joins the lines that are broken inside a sentence, and removes blanks between characters, figures and marks.
     *
     * @param name of the file in messages
     * @return empty, with a diagnostic, if the file cannot be read as text
     */
    public static Optional<String> of(Path file, String name, Diagnostics diagnostics) {
        return Bytes.read(file, name, diagnostics)
                .map(Source::text)
                .map(text -> PastedText.of(text).text());
    }
}
