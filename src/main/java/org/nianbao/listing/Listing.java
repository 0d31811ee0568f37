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
 * A list of what was found in a run. It takes the files one by one, so that a run may have any number of them:
 *
 * <pre>{@code
 * try (Listing listing = Listing.named("json", out, settings)) {
 *     for (FileDiagnostics file : files) {
 *         listing.part(file).write();
 *     }
 * }
 * }</pre>
 *
 * <p>A part may be made in any thread, and several at a time: that is most of the work. It keeps text, and no problem with
 * its source. The parts are written by one thread at a time, in the order in which the files shall stand; what belongs to
 * no file comes first. The same parts in the same order give the same characters.
 */
public interface Listing extends Closeable {
    /** The part of the list that tells of one file. */
    ListingPart part(FileDiagnostics file);

    /** What the parts come to that are written. */
    Tally tally();

    /**
     * Writes the end of the list. The writer it goes to is flushed and stays open.
     *
     * @throws Faulty if a template of the list must be mended; nothing was written then
     * @throws IOException if it cannot be written
     */
    @Override
    void close() throws IOException;

    /** What a list tells of one file. */
    @FunctionalInterface
    interface ListingPart {
        /**
         * Puts it behind the parts before it; each part is written once.
         *
         * @throws Faulty if a template of the list must be mended
         * @throws IOException if it cannot be written
         */
        void write() throws IOException;
    }

    /**
     * How lists are made.
     *
     * @param templates the folder with the templates of those kinds that need one
     * @param program the name of this program
     * @param version of this program
     * @param locale whose language is spoken: Chinese for any {@code zh}, else English
     * @param style of the parts of a problem
     * @param all whether the text lists all diagnostics of a file; otherwise a limited number, with unfilled places joined
     */
    record ListingSettings(
            Path templates, String program, String version, Locale locale, TextStyle style, boolean all) {
        /** The tag of the language (BCP 47). */
        String language() {
            return Message.chinese(locale) ? "zh-CN" : "en";
        }
    }

    /** A template of the list must be mended. */
    final class Faulty extends IOException {
        private static final long serialVersionUID = 1L;

        private final transient Diagnostic diagnostic;

        Faulty(Diagnostic diagnostic) {
            super(diagnostic.fact().in(Locale.ENGLISH));
            this.diagnostic = diagnostic;
        }

        /** What is wrong with it. */
        public Diagnostic diagnostic() {
            return diagnostic;
        }
    }

    /** The names of all kinds of lists. */
    static List<String> names() {
        return ListingFormats.names();
    }

    /**
     * Begins a list.
     *
     * @param kind one of {@link #names}
     * @param out where it goes; JSON, SARIF and HTML are meant to be stored as UTF-8
     * @throws Faulty if a template of the list must be mended; nothing was written then
     * @throws IOException if it cannot be written
     */
    static Listing named(String kind, Writer out, ListingSettings settings) throws IOException {
        return ListingFormats.named(kind).begin(out, settings);
    }
}
