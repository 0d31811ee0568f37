package org.nianbao.listing;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.nianbao.console.TextStyle;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.FileDiagnostics;
import org.nianbao.diagnostic.Message;

/**
 * A list of the findings of a run. It takes files one by one, so that there can be any number of them:
 *
 * <pre>{@code
 * try (Listing listing = Listing.named("json", out, settings)) {
 *     for (FileDiagnostics file : files) {
 *         listing.part(file).write();
 *     }
 * }
 * }</pre>
 *
 * <p>Parts may be made in parallel; that is most of the work. A part keeps text, and no diagnostic with its source. Parts are
 * written by one thread at a time, in the order of the files; diagnostics of no file come first. The same parts in the same
 * order give the same characters.
 */
public abstract class Listing implements Closeable {
    final Writer out;
    final ListingSettings settings;
    private Tally tally = Tally.NOTHING;

    Listing(Writer out, ListingSettings settings) {
        this.out = out;
        this.settings = settings;
    }

    /** The part of a file. */
    public final ListingPart part(FileDiagnostics file) {
        Tally own = Tally.of(file);
        ListingPart part = part(file, own);
        return () -> {
            part.write();
            tally = tally.plus(own);
        };
    }

    abstract ListingPart part(FileDiagnostics file, Tally own);

    /** The numbers of the parts that are written. */
    public final Tally tally() {
        return tally;
    }

    /**
     * Writes the end of the list and flushes the writer, which stays open.
     *
     * @throws Faulty if a template has an error; then nothing was written
     */
    @Override
    public abstract void close() throws IOException;

    /** The part of a list that belongs to a file. */
    @FunctionalInterface
    public interface ListingPart {
        /**
         * Writes it behind the parts before it; call it once.
         *
         * @throws Faulty if a template has an error
         */
        void write() throws IOException;
    }

    /**
     * The settings of a list.
     *
     * @param templates the templates folder
     * @param program name of this program
     * @param version of this program
     * @param style of the text list
     * @param all whether the text list shows every diagnostic, not a summary
     */
    public record ListingSettings(
            Path templates, String program, String version, Locale locale, TextStyle style, boolean all) {
        /** The language (BCP 47). */
        String language() {
            return Message.chinese(locale) ? "zh-CN" : "en";
        }
    }

    /** An error in a template of the list. */
    public static final class Faulty extends IOException {
        private static final long serialVersionUID = 1L;

        private final transient Diagnostic diagnostic;

        Faulty(Diagnostic diagnostic) {
            super(diagnostic.fact().in(Locale.ENGLISH));
            this.diagnostic = diagnostic;
        }

        public Diagnostic diagnostic() {
            return diagnostic;
        }
    }

    /** The names of the formats. */
    public static List<String> names() {
        return ListingFormats.names();
    }

    /**
     * Begins a list.
     *
     * @param format one of {@link #names}
     * @param out for JSON, SARIF and HTML, encoded as UTF-8
     * @throws Faulty if a template has an error; then nothing was written
     * @throws IllegalArgumentException if there is no such format
     */
    public static Listing named(String format, Writer out, ListingSettings settings) throws IOException {
        return ListingFormats.named(format).begin(out, settings);
    }
}
