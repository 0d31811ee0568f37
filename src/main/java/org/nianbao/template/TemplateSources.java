package org.nianbao.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.Source;
import org.nianbao.page.Page.MalformedPage;

/**
 * Finds the line of a template that produced a malformed page.
 *
 * @param folder the templates folder
 * @param form the folder of the form, relative to it
 */
record TemplateSources(Path folder, Path form) {
    private static final Set<MalformedPage.Fault> STYLES =
            EnumSet.of(MalformedPage.Fault.FETCHING_STYLE, MalformedPage.Fault.UNUSABLE_SIZE);

    /** What is wrong with a page, at the line that most likely produced it, in its template or in one that this imports. */
    Diagnostic explain(MalformedPage malformed, String template, String page) {
        MalformedPage.Fault kind = malformed.kind();
        String id = kind == MalformedPage.Fault.NOT_WELL_FORMED
                ? "page-not-xml"
                : "page-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        Diagnostic diagnostic = Diagnostic.error(id, malformed.about()).help(Message.of("page.help"));
        String cause = cause(malformed, page);
        List<Source> sources = STYLES.contains(kind) ? styles() : sources(template);
        for (Source source : sources) {
            int at = cause.isEmpty() ? -1 : source.text().indexOf(cause);
            if (at >= 0) {
                return diagnostic.at(source.between(at, at + cause.length()));
            }
        }
        return diagnostic.at(sources.get(0).top());
    }

    /** The text of a template; empty if it cannot be read. */
    Source source(String name) {
        Path file = folder.resolve(name);
        try {
            return new Source(file.toString(), Files.readString(file));
        } catch (IOException e) {
            return new Source(file.toString(), "");
        }
    }

    /** The text in a template that produces the fault. */
    private static String cause(MalformedPage malformed, String page) {
        String about = malformed.about();
        return switch (malformed.kind()) {
            case UNKNOWN_ELEMENT, TOO_DEEP -> "<" + about;
            case UNKNOWN_ATTRIBUTE -> about.substring(about.indexOf(' ') + 1) + "=";
            case UNKNOWN_PICTURE, UNSAFE_LINK, FETCHING_STYLE, UNUSABLE_SIZE -> about;
            case UNSOUND_TABLE -> "<table";
            case NOT_WELL_FORMED ->
                page.lines()
                        .skip(Math.max(0, malformed.line() - 1L))
                        .findFirst()
                        .orElse("")
                        .strip();
        };
    }

    /** The template of the page and those that it imports, directly or not; the nearest folder first. */
    private List<Source> sources(String template) {
        List<Source> all = inFolders(".ftlh");
        List<Source> used = new ArrayList<>(
                all.stream().filter(source -> source.name().endsWith(template)).toList());
        for (int i = 0; i < used.size(); i++) {
            String text = used.get(i).text();
            all.stream()
                    .filter(source -> !used.contains(source) && text.contains(fileName(source)))
                    .forEach(used::add);
        }
        return used.isEmpty()
                ? List.of(source(template))
                : all.stream().filter(used::contains).toList();
    }

    private List<Source> styles() {
        return inFolders(".css").stream()
                .filter(source -> source.name().matches(".*(?:report|screen)\\.css"))
                .toList();
    }

    private static String fileName(Source source) {
        return String.valueOf(Path.of(source.name()).getFileName());
    }

    /** The templates with an ending, from the form's folder up. */
    private List<Source> inFolders(String ending) {
        List<Source> sources = new ArrayList<>();
        Path top = folder.normalize();
        for (Path at = top.resolve(form).normalize(); at != null && at.startsWith(top); at = at.getParent()) {
            try (Stream<Path> files = Files.list(at)) {
                files.filter(file -> file.toString().endsWith(ending))
                        .sorted()
                        .forEach(file -> sources.add(source(top.relativize(file).toString())));
            } catch (IOException e) {
                return sources;
            }
        }
        return sources;
    }
}
