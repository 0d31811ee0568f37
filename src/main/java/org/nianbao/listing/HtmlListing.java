package org.nianbao.listing;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.nianbao.console.Snippet;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.FileDiagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.SourceSpan;
import org.nianbao.template.StandaloneTemplate;
import org.nianbao.template.TemplateData;

/**
 * The list as one self-contained page, filled from {@code check.ftlh} and, for the diagnostics of a file, {@code
 * check-problems.ftlh}. The page begins with the numbers of all files, so it is written when the list is closed; until
 * then the parts are kept as HTML.
 */
final class HtmlListing extends Listing {
    /** Columns shown of a source line: mostly two lines of the page. */
    private static final int WIDTH = 160;

    private final StandaloneTemplate page;
    private final StandaloneTemplate diagnostics;
    private final List<Object> unfiled = new ArrayList<>();
    private final List<ListedFile> files = new ArrayList<>();
    private final List<ListedFile> clean = new ArrayList<>();

    HtmlListing(Writer out, ListingSettings settings) throws Faulty {
        super(out, settings);
        this.page = open("check.ftlh", settings);
        this.diagnostics = open("check-problems.ftlh", settings);
    }

    /**
     * A file of the list.
     *
     * @param counts in words
     * @param problems markup
     */
    @TemplateData
    public record ListedFile(String name, Tally tally, String counts, Object problems) {}

    /**
     * A diagnostic of the list.
     *
     * @param weight the severity in words
     */
    @TemplateData
    public record ListedDiagnostic(
            String severity,
            String weight,
            String id,
            String fact,
            Optional<String> place,
            Optional<Excerpt> excerpt,
            List<RelatedPlace> related,
            String help) {}

    /** Another place that belongs to a diagnostic. */
    @TemplateData
    public record RelatedPlace(String place, String words) {}

    /**
     * A part of a source line, see {@link Snippet}.
     *
     * @param line its number; empty in a document of another program
     */
    @TemplateData
    public record Excerpt(
            String line, boolean cutBefore, String before, String marked, String after, boolean cutAfter) {
        static Excerpt of(SourceSpan span) {
            Snippet snippet = Snippet.around(span, WIDTH);
            return new Excerpt(
                    span.origin().isPresent() ? "" : Integer.toString(span.line()),
                    snippet.cutBefore(),
                    shown(
                            snippet.cutBefore()
                                    ? snippet.before()
                                    : snippet.before().stripLeading()),
                    shown(snippet.marked()),
                    shown(snippet.after().stripTrailing()),
                    snippet.cutAfter());
        }

        /** HTML forbids control characters (13.2.3.5), and some of them hide others. */
        private static String shown(String part) {
            return Message.seen(part.replace('\t', ' '));
        }
    }

    private static StandaloneTemplate open(String name, ListingSettings settings) throws Faulty {
        Diagnostics faults = new Diagnostics();
        return sound(StandaloneTemplate.open(settings.templates(), name, faults), faults);
    }

    private static <T> T sound(Optional<T> result, Diagnostics faults) throws Faulty {
        if (result.isEmpty()) {
            throw new Faulty(faults.list().get(0));
        }
        return result.get();
    }

    @Override
    ListingPart part(FileDiagnostics file, Tally own) {
        Diagnostics faults = new Diagnostics();
        List<ListedDiagnostic> problems = file.listed().stream()
                .map(diagnostic -> listed(diagnostic, file))
                .toList();
        Optional<String> html =
                diagnostics.fill(Map.of("lang", settings.language(), "problems", problems), Map.of(), faults);
        String counts = own.counts(settings.locale());
        String name = Message.seen(file.name()); // the part must not keep the file: each diagnostic holds its text
        return () -> {
            Object markup = StandaloneTemplate.markup(sound(html, faults));
            if (!name.isEmpty()) {
                (own.diagnostics() == 0 ? clean : files).add(new ListedFile(name, own, counts, markup));
            } else if (own.diagnostics() > 0) {
                unfiled.add(markup);
            }
        };
    }

    private ListedDiagnostic listed(Diagnostic diagnostic, FileDiagnostics file) {
        Locale locale = settings.locale();
        String severity = diagnostic.severity().written();
        return new ListedDiagnostic(
                severity,
                Message.of(severity).in(locale),
                diagnostic.id(),
                diagnostic.fact().in(locale),
                diagnostic.span().map(span -> span.place(file.name()).in(locale)),
                diagnostic.span().map(Excerpt::of),
                diagnostic.related().stream()
                        .map(other -> new RelatedPlace(
                                other.span().place(file.name()).in(locale),
                                other.words().in(locale)))
                        .toList(),
                diagnostic.help().in(locale));
    }

    @Override
    public void close() throws IOException {
        Map<String, Object> data = Map.of(
                "lang",
                settings.language(),
                "program",
                settings.program() + " " + settings.version(),
                "summary",
                tally().summary(settings.locale()),
                "tally",
                tally(),
                "unfiled",
                unfiled,
                "files",
                files,
                "clean",
                clean);
        Diagnostics faults = new Diagnostics();
        out.write(sound(page.fill(data, Map.of(), faults), faults));
        out.flush();
    }
}
