package org.nianbao.listing;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nianbao.console.Snippet;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.FileDiagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.SourceSpan;
import org.nianbao.template.StandaloneTemplate;

/**
 * The list as one page that stands by itself, filled from {@code check.ftlh} and, for the problems of a file, {@code
 * check-problems.ftlh}. The page opens with what all files came to, so it is written when the list is closed; until then
 * the parts are kept as HTML.
 */
final class HtmlListing implements Listing {
    /** Of the source line that is shown, in columns of a terminal: two lines of the page, most of the time. */
    private static final int WIDTH = 160;

    private final Writer out;
    private final ListingSettings settings;
    private final StandaloneTemplate page;
    private final StandaloneTemplate diagnostics;
    private final List<Object> unfiled = new ArrayList<>();
    private final List<Map<String, Object>> files = new ArrayList<>();
    private final List<Map<String, Object>> clean = new ArrayList<>();
    private Tally tally = Tally.NOTHING;

    HtmlListing(Writer out, ListingSettings settings) throws Faulty {
        this.out = out;
        this.settings = settings;
        this.page = open("check.ftlh", settings);
        this.diagnostics = open("check-problems.ftlh", settings);
    }

    private static StandaloneTemplate open(String name, ListingSettings settings) throws Faulty {
        Diagnostics faults = new Diagnostics();
        return sound(StandaloneTemplate.open(settings.templates(), name, faults), faults);
    }

    /** What a template gave. */
    private static <T> T sound(Optional<T> given, Diagnostics faults) throws Faulty {
        if (given.isEmpty()) {
            throw new Faulty(faults.list().get(0));
        }
        return given.get();
    }

    @Override
    public ListingPart part(FileDiagnostics file) {
        Tally own = Tally.of(file);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("name", file.name());
        model.put("errors", own.errors());
        model.put("warnings", own.warnings());
        model.put("hints", own.hints());
        model.put("accepted", own.accepted());
        model.put("counts", own.counts(settings.locale()));
        Diagnostics faults = new Diagnostics();
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("lang", settings.language());
        list.put(
                "problems",
                file.listed().stream()
                        .map(diagnostic -> diagnostic(diagnostic, file))
                        .toList());
        Optional<String> told = diagnostics.fill(list, Map.of(), faults);
        return () -> {
            Object markup = StandaloneTemplate.markup(sound(told, faults));
            model.put("problems", markup);
            if (own.diagnostics() == 0 && !file.isNoFile()) {
                clean.add(model);
            } else if (!file.isNoFile()) {
                files.add(model);
            } else if (own.diagnostics() > 0) {
                unfiled.add(markup);
            }
            tally = tally.plus(own);
        };
    }

    private Map<String, Object> diagnostic(Diagnostic diagnostic, FileDiagnostics file) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("severity", diagnostic.severity().written());
        model.put("weight", Message.of(diagnostic.severity().written()).in(settings.locale()));
        model.put("id", diagnostic.id());
        model.put("fact", diagnostic.fact().in(settings.locale()));
        diagnostic.span().ifPresent(place -> {
            model.put("place", point(place, file));
            model.put("excerpt", excerpt(place));
        });
        model.put(
                "related",
                diagnostic.related().stream()
                        .map(other -> Map.of(
                                "place",
                                point(other.span(), file),
                                "words",
                                other.words().in(settings.locale())))
                        .toList());
        model.put("help", diagnostic.help().in(settings.locale()));
        return model;
    }

    /** Line and column, and the file if it is another one. */
    private String point(SourceSpan place, FileDiagnostics file) {
        String name = place.source().name();
        return (name.equals(file.name())
                        ? Message.of("at-line", place.line(), place.column())
                        : Message.of("at-line-of", name, place.line(), place.column()))
                .in(settings.locale());
    }

    private static Map<String, Object> excerpt(SourceSpan place) {
        Snippet stretch = Snippet.around(place, WIDTH);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("line", place.line());
        model.put("cutBefore", stretch.cutBefore());
        model.put(
                "before",
                stretch.cutBefore() ? stretch.before() : stretch.before().stripLeading());
        model.put("marked", stretch.marked());
        model.put("after", stretch.after().stripTrailing());
        model.put("cutAfter", stretch.cutAfter());
        return model;
    }

    @Override
    public Tally tally() {
        return tally;
    }

    @Override
    public void close() throws IOException {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("lang", settings.language());
        model.put("program", settings.program() + " " + settings.version());
        model.put("summary", tally.told(settings.locale()));
        model.put("tally", numbers());
        model.put("unfiled", unfiled);
        model.put("files", files);
        model.put("clean", clean);
        Diagnostics faults = new Diagnostics();
        out.write(sound(page.fill(model, Map.of(), faults), faults));
        out.flush();
    }

    private Map<String, Object> numbers() {
        return Map.of(
                "files", tally.files(),
                "withErrors", tally.withErrors(),
                "withWarnings", tally.withWarnings(),
                "withHints", tally.withHints(),
                "clean", tally.clean(),
                "hints", tally.hints(),
                "accepted", tally.accepted());
    }
}
