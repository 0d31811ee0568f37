package org.nianbao.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.Source;
import org.nianbao.diagnostic.SourceSpan;
import org.nianbao.page.Page;

/** The templates as their author wrote them, to find the line that made a page go wrong. */
final class TemplateSources {
    private final Path folder;
    private final Path form;

    TemplateSources(Path folder, Path form) {
        this.folder = folder;
        this.form = form;
    }

    /** What is wrong with a page, at the line of the template that most likely wrote it, or of what that one names. */
    Diagnostic explain(Page.MalformedPage malformed, String template, String page) {
        String id = "page-" + malformed.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        if (malformed.kind() == Page.MalformedPage.Fault.NOT_WELL_FORMED) {
            id = "page-not-xml";
        }
        Message fact = Message.of(id, malformed.about());
        Message help = Message.of("page.help");
        String written = sign(malformed, page);
        boolean style = malformed.kind() == Page.MalformedPage.Fault.FETCHING_STYLE;
        List<Source> sources = style ? styles() : sources(template);
        for (Source source : sources) {
            int at = written.isEmpty() ? -1 : source.text().indexOf(written);
            if (at >= 0) {
                return Diagnostic.error(id, source.between(at, at + written.length()), fact, help);
            }
        }
        SourceSpan top = sources.get(0).top();
        return Diagnostic.error(id, top, fact, help);
    }

    /** The text of a template. */
    Source source(String name) {
        Path file = folder.resolve(name);
        try {
            return new Source(file.toString(), Files.readString(file));
        } catch (IOException e) {
            return new Source(file.toString(), "");
        }
    }

    /** What the template must hold to have written the fault. */
    private static String sign(Page.MalformedPage malformed, String page) {
        String about = malformed.about();
        return switch (malformed.kind()) {
            case UNKNOWN_ELEMENT, TOO_DEEP -> "<" + about;
            case UNKNOWN_ATTRIBUTE -> about.substring(about.indexOf(' ') + 1) + "=";
            case UNKNOWN_PICTURE, UNSAFE_LINK, FETCHING_STYLE -> about;
            case UNSOUND_TABLE -> "<table";
            case NOT_WELL_FORMED ->
                page.lines()
                        .skip(Math.max(0, malformed.line() - 1L))
                        .findFirst()
                        .orElse("")
                        .strip();
        };
    }

    /**
     * The templates that write the page, the nearest first: this one and what it names, directly or not. Other
     * sheets lie in the same folders.
     */
    private List<Source> sources(String template) {
        List<Source> all = inFolders(".ftlh");
        List<Source> writing = new ArrayList<>(
                all.stream().filter(source -> source.name().endsWith(template)).toList());
        for (int i = 0; i < writing.size(); i++) {
            String text = writing.get(i).text();
            all.stream()
                    .filter(source -> !writing.contains(source) && text.contains(fileName(source)))
                    .forEach(writing::add);
        }
        return writing.isEmpty()
                ? List.of(source(template))
                : all.stream().filter(writing::contains).toList();
    }

    private List<Source> styles() {
        return inFolders(".css").stream()
                .filter(source -> source.name().matches(".*(?:report|screen)\\.css"))
                .toList();
    }

    private static String fileName(Source source) {
        return String.valueOf(Path.of(source.name()).getFileName());
    }

    /** Every template with that ending from the form's folder up, the nearest first. */
    private List<Source> inFolders(String ending) {
        List<Source> sources = new ArrayList<>();
        Optional<Path> at = Optional.of(folder.resolve(form).normalize());
        while (at.isPresent() && at.get().startsWith(folder.normalize())) {
            try (Stream<Path> files = Files.list(at.get())) {
                files.filter(file -> file.toString().endsWith(ending))
                        .sorted()
                        .forEach(file -> sources.add(
                                source(folder.normalize().relativize(file).toString())));
            } catch (IOException e) {
                return sources;
            }
            at = Optional.ofNullable(at.get().getParent());
        }
        return sources;
    }
}
