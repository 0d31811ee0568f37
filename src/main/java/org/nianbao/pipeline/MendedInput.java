package org.nianbao.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Source;
import org.nianbao.diagnostic.SourceSpan;
import org.nianbao.diagnostic.TextEdit;

/**
 * The text of an input with all that its diagnostics propose where only one text can be meant. All other characters are as
 * they were.
 *
 * @param before the text, with its byte order mark
 * @param after the same, mended
 * @param edits number of places that changed
 */
public record MendedInput(String before, String after, int edits) {
    /** Edits can show more mistakes, such as those behind a syntax error; each round mends at least one. */
    private static final int MOST_ROUNDS = 100;

    private static final String MARK = "\uFEFF";

    /** Mends an input; what cannot be read as text is left as it is. */
    public static MendedInput of(Inspection inspection, Path file, String name) throws IOException {
        List<Diagnostic> found =
                inspection.inspectIsolated(file, name).findings().diagnostics();
        Optional<Source> first = found.stream()
                .filter(diagnostic -> !diagnostic.edits().isEmpty())
                .flatMap(diagnostic -> diagnostic.span().stream())
                .map(SourceSpan::source)
                .filter(source -> source.name().equals(name))
                .findFirst();
        return first.isPresent() ? of(inspection, file, first.get(), found) : new MendedInput("", "", 0);
    }

    private static MendedInput of(Inspection inspection, Path file, Source first, List<Diagnostic> found)
            throws IOException {
        String before = Files.readString(file);
        String mark = before.startsWith(MARK) ? MARK : "";
        Source source = first;
        List<TextEdit> edits = edits(found, source);
        int count = 0;
        for (int round = 0; round < MOST_ROUNDS && !edits.isEmpty(); round++) {
            count += edits.size();
            source = new Source(first.name(), apply(source.text(), edits));
            edits = edits(inspection.inspect(file, source).findings().diagnostics(), source);
        }
        return new MendedInput(before, mark + source.text(), count);
    }

    /** The edits of a source in reading order; of those that overlap, the first one. */
    private static List<TextEdit> edits(List<Diagnostic> diagnostics, Source source) {
        List<TextEdit> all = diagnostics.stream()
                .filter(diagnostic -> diagnostic.span().stream().anyMatch(place -> place.source() == source))
                .flatMap(diagnostic -> diagnostic.edits().stream())
                .sorted(Comparator.comparingInt(TextEdit::start).thenComparingInt(TextEdit::end))
                .toList();
        List<TextEdit> apart = new ArrayList<>();
        int end = -1;
        for (TextEdit edit : all) {
            boolean changes = !source.text().substring(edit.start(), edit.end()).equals(edit.text());
            if (edit.start() > end && changes) {
                apart.add(edit);
                end = edit.end();
            }
        }
        return apart;
    }

    /** From the end, so that the offsets of those before stay. */
    private static String apply(String text, List<TextEdit> edits) {
        StringBuilder mended = new StringBuilder(text);
        for (int at = edits.size() - 1; at >= 0; at--) {
            TextEdit edit = edits.get(at);
            mended.replace(edit.start(), edit.end(), edit.text());
        }
        return mended.toString();
    }

    public boolean changed() {
        return !before.equals(after);
    }
}
