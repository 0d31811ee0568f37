package org.nianbao.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.form.Form;

/** All forms that a templates folder holds, each in all its editions. May be used by several threads. */
public final class Forms {
    private static final String NAME = "name";
    private static final String EDITION = "edition";

    private final List<Edition> editions;
    private final Map<Path, Extended> extended = new ConcurrentHashMap<>();

    private Forms(List<Edition> editions) {
        this.editions = List.copyOf(editions);
    }

    /**
     * A form and where its files are.
     *
     * @param folder the one that holds its {@code form.yaml}, relative to the templates folder
     * @param data what it was made from
     */
    public record Edition(Form form, Path folder, Data data) {}

    /** What a form was made from, kept so that local rows can be added to it. */
    record Data(YamlNode form, Optional<YamlNode> prose) {}

    private record Extended(Optional<Edition> edition, List<Diagnostic> diagnostics) {}

    /**
     * Reads every {@code form.yaml} below a folder.
     *
     * @param templates the folder
     * @param diagnostics gets whatever is wrong with a form; such a form is left out
     */
    public static Forms in(Path templates, Diagnostics diagnostics) {
        List<Edition> editions = new ArrayList<>();
        Diagnostics found = new Diagnostics();
        try (Stream<Path> walk = Files.walk(templates, 4, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file :
                    walk.filter(path -> path.endsWith("form.yaml")).sorted().toList()) {
                edition(file, templates, found).ifPresent(editions::add);
            }
        } catch (IOException | UncheckedIOException e) { // the latter for a folder in itself, by a link
            found.add(Diagnostic.error("unreadable", templates));
        }
        if (editions.isEmpty() && found.isEmpty()) {
            found.add(Diagnostic.error("no-forms", templates));
        }
        found.addAll(twice(editions));
        diagnostics.addAll(once(found.list()));
        editions.sort(Comparator.comparing((Edition edition) -> edition.form().name())
                .thenComparing(edition -> edition.form().edition()));
        return new Forms(editions);
    }

    private static Optional<Edition> edition(Path file, Path templates, Diagnostics diagnostics) {
        int before = diagnostics.size();
        Optional<YamlNode> form = Layers.read(file, templates, diagnostics);
        Optional<YamlNode> prose = prose(file, templates).flatMap(found -> Layers.read(found, templates, diagnostics));
        if (diagnostics.size() > before || form.isEmpty()) {
            return Optional.empty();
        }
        return FormReader.read(form.get(), prose, diagnostics)
                .map(read -> new Edition(read, templates.relativize(file.getParent()), new Data(form.get(), prose)));
    }

    /** Two folders with one form in one edition: mostly somebody forgot what a base says is not theirs. */
    private static List<Diagnostic> twice(List<Edition> editions) {
        Diagnostics diagnostics = new Diagnostics();
        Map<String, Edition> first = new LinkedHashMap<>();
        for (Edition edition : editions) {
            String name = edition.form().name() + " " + edition.form().edition();
            Edition other = first.putIfAbsent(name, edition);
            if (other != null) {
                diagnostics.add(
                        Diagnostic.error("same-edition", edition.data().form().place(), name, other.folder()));
            }
        }
        return diagnostics.list();
    }

    /** What is wrong with a file that several forms are based on is told once. */
    private static Collection<Diagnostic> once(List<Diagnostic> diagnostics) {
        Map<Object, Diagnostic> once = new LinkedHashMap<>();
        diagnostics.forEach(diagnostic -> once.putIfAbsent(
                List.of(
                        diagnostic.id(),
                        diagnostic.span().map(Object::toString),
                        diagnostic.fact().in(Locale.ROOT)),
                diagnostic));
        return once.values();
    }

    /**
     * The edition that local rows are added to, with them.
     *
     * @param file says what it adds, in the grammar of a form that is based on another one
     * @param name how messages call the file
     * @param diagnostics gets whatever is wrong with it
     */
    public Optional<Edition> withRowsOf(Path file, String name, Diagnostics diagnostics) {
        Extended made = extended.computeIfAbsent(file.toAbsolutePath().normalize(), key -> extend(key, name));
        diagnostics.addAll(made.diagnostics());
        return made.edition();
    }

    private Extended extend(Path file, String name) {
        Diagnostics diagnostics = new Diagnostics();
        Optional<Edition> edition = YamlFile.read(file, name, diagnostics)
                .flatMap(source -> YamlFile.ofInput(source).mapping(diagnostics))
                .flatMap(root -> extend(root, diagnostics));
        return new Extended(edition, diagnostics.list());
    }

    private Optional<Edition> extend(YamlNode root, Diagnostics diagnostics) {
        Map<String, YamlNode> of = new MappingReader(diagnostics).those(root, Set.of(NAME, EDITION));
        if (of.size() < 2) {
            return Optional.empty();
        }
        String name = Objects.requireNonNull(of.get(NAME)).text();
        String number = Objects.requireNonNull(of.get(EDITION)).text();
        Optional<Edition> base = editions.stream()
                .filter(edition -> edition.form().name().equals(name)
                        && String.valueOf(edition.form().edition()).equals(number))
                .findFirst();
        if (base.isEmpty()) {
            List<String> known = editions.stream()
                    .map(edition -> edition.form().name() + " " + edition.form().edition())
                    .toList();
            diagnostics.add(Diagnostic.error(
                            "unknown-form", Objects.requireNonNull(of.get(NAME)).place(), name + " " + number)
                    .help(Message.of("known-are", String.join(", ", known))));
        }
        return base.flatMap(edition -> FormReader.read(
                        root.over(edition.data().form()), edition.data().prose(), diagnostics)
                .map(form -> new Edition(form, edition.folder(), edition.data())));
    }

    /** What is known of a form's prose: a file beside it or in the nearest folder above it that has one. */
    private static Optional<Path> prose(Path form, Path templates) {
        for (Path folder = form.getParent();
                folder != null && folder.startsWith(templates);
                folder = folder.getParent()) {
            Path file = folder.resolve("prose.yaml");
            if (Files.exists(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    /** The names of all forms, each once. */
    public List<String> names() {
        return editions.stream()
                .map(edition -> edition.form().name())
                .distinct()
                .toList();
    }

    /** The editions of a form, the oldest first. */
    public List<Edition> editionsOf(String name) {
        return editions.stream()
                .filter(edition -> edition.form().name().equals(name))
                .toList();
    }

    /** The edition that reports about a year use. */
    public Optional<Edition> editionFor(String name, int year) {
        return editionsOf(name).stream()
                .filter(edition -> edition.form().covers(year))
                .reduce((older, newer) -> newer);
    }
}
