package org.nianbao.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.Source;
import org.nianbao.form.Form;

/** The forms in a templates folder, each in all its editions. Thread-safe. */
public final class Forms {
    private static final String NAME = "name";
    private static final String EDITION = "edition";

    private static volatile @Nullable Faultless last;

    private final List<Edition> editions;
    private final Map<Path, Extended> extended = new ConcurrentHashMap<>();

    private Forms(List<Edition> editions) {
        this.editions = List.copyOf(editions);
    }

    /**
     * An edition of a form and its files.
     *
     * @param folder the folder of its {@code form.yaml}, relative to the templates folder
     * @param data the content of the files
     */
    public record Edition(Form form, Path folder, Data data) {
        /** The name and the edition, for messages. */
        String title() {
            return form.name() + " " + number();
        }

        String number() {
            return String.valueOf(form.edition());
        }
    }

    /** The content of a form's files, to which local rows can be added. */
    record Data(YamlNode form, Optional<YamlNode> prose) {}

    private record Extended(Optional<Edition> edition, List<Diagnostic> diagnostics) {}

    /** The files of a form, without those that they are based on. */
    private record FormFiles(Path form, Optional<Path> prose) {}

    /**
     * Forms without faults that were read in this process.
     *
     * @param files of the forms
     * @param read all files that were read, those that others are based on too
     */
    private record Faultless(
            Path templates, List<FormFiles> files, Map<Path, Optional<YamlNode>> read, List<Edition> editions) {
        boolean isOf(Path folder, List<FormFiles> found) {
            return templates.equals(folder)
                    && files.equals(found)
                    && read.entrySet().stream().allMatch(Faultless::stays);
        }

        private static boolean stays(Map.Entry<Path, Optional<YamlNode>> file) {
            try {
                return Files.readString(file.getKey())
                        .equals(file.getValue().orElseThrow().source().text());
            } catch (IOException e) {
                return false;
            }
        }
    }

    /**
     * Reads every {@code form.yaml} in a folder and below it. Forms with errors are left out. Files whose content stays are
     * not parsed again.
     *
     * @param diagnostics gets their errors
     */
    public static Forms in(Path templates, Diagnostics diagnostics) {
        Diagnostics found = new Diagnostics();
        List<FormFiles> files = files(templates, found);
        Faultless known = last;
        if (known != null && known.isOf(templates, files)) {
            return new Forms(known.editions());
        }
        List<Edition> editions = new ArrayList<>();
        Map<Path, Optional<YamlNode>> read = new HashMap<>();
        files.forEach(of -> edition(of, templates, read, found).ifPresent(editions::add));
        if (editions.isEmpty() && found.isEmpty()) {
            found.add(Diagnostic.error("no-forms", templates));
        }
        found.addAll(duplicates(editions));
        diagnostics.addAll(distinct(found.list()));
        editions.sort(Comparator.comparing((Edition edition) -> edition.form().name())
                .thenComparing(edition -> edition.form().edition()));
        if (found.isEmpty()) {
            last = new Faultless(templates, files, read, editions);
        }
        return new Forms(editions);
    }

    private static List<FormFiles> files(Path templates, Diagnostics diagnostics) {
        try (Stream<Path> walk = Files.walk(templates, 4, FileVisitOption.FOLLOW_LINKS)) {
            return walk.filter(path -> path.endsWith("form.yaml"))
                    .sorted()
                    .map(form -> new FormFiles(form, prose(form, templates)))
                    .toList();
        } catch (IOException | UncheckedIOException e) { // the latter for a folder that a link puts into itself
            diagnostics.add(Diagnostic.error("unreadable", templates));
            return List.of();
        }
    }

    private static Optional<Edition> edition(
            FormFiles files, Path templates, Map<Path, Optional<YamlNode>> read, Diagnostics diagnostics) {
        Diagnostics found = new Diagnostics();
        Optional<YamlNode> root = Layers.read(files.form(), templates, read, found);
        Optional<YamlNode> prose = files.prose().flatMap(path -> Layers.read(path, templates, read, found));
        Optional<Edition> edition = root.filter(
                        form -> prose.isPresent() == files.prose().isPresent())
                .flatMap(form -> {
                    Optional<Source> layer = form.value(Layers.BASED_ON).map(base -> form.source());
                    Path folder = templates.relativize(files.form().getParent());
                    return FormReader.read(form, prose, layer, found)
                            .map(whole -> new Edition(whole, folder, new Data(form, prose)));
                });
        diagnostics.addAll(found);
        return edition;
    }

    /** The {@code prose.yaml} in a form's folder or in the nearest folder around it. */
    private static Optional<Path> prose(Path form, Path templates) {
        return Stream.iterate(
                        form.getParent(), folder -> folder != null && folder.startsWith(templates), Path::getParent)
                .map(folder -> folder.resolve("prose.yaml"))
                .filter(Files::exists)
                .findFirst();
    }

    /** Two folders with the same edition: often a form that is based on another one does not change the edition. */
    private static List<Diagnostic> duplicates(List<Edition> editions) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        Map<String, Edition> first = new HashMap<>();
        for (Edition edition : editions) {
            Edition other = first.putIfAbsent(edition.title(), edition);
            if (other != null) {
                diagnostics.add(Diagnostic.error(
                        "same-edition", edition.data().form().place(), edition.title(), other.folder()));
            }
        }
        return diagnostics;
    }

    /** The diagnostics, those of a file that several forms are based on only once. */
    private static Collection<Diagnostic> distinct(List<Diagnostic> diagnostics) {
        Map<Object, Diagnostic> distinct = new LinkedHashMap<>();
        diagnostics.forEach(diagnostic -> distinct.putIfAbsent(
                List.of(
                        diagnostic.id(),
                        diagnostic.span().map(Object::toString),
                        diagnostic.fact().in(Locale.ROOT)),
                diagnostic));
        return distinct.values();
    }

    /**
     * An edition with local rows.
     *
     * @param file the rows, and the edition that gets them; written like a form that is based on another one
     * @param name of the file in messages
     * @param diagnostics gets the errors of the file
     */
    public Optional<Edition> withRowsOf(Path file, String name, Diagnostics diagnostics) {
        Extended made = extended.computeIfAbsent(file.toAbsolutePath().normalize(), key -> extend(key, name));
        diagnostics.addAll(made.diagnostics());
        return made.edition();
    }

    private Extended extend(Path file, String name) {
        Diagnostics diagnostics = new Diagnostics();
        Optional<Edition> edition = YamlFile.input(file, name, diagnostics).flatMap(root -> extend(root, diagnostics));
        return new Extended(edition, diagnostics.list());
    }

    private Optional<Edition> extend(YamlNode root, Diagnostics diagnostics) {
        new MappingReader(root, diagnostics).require(Set.of(NAME, EDITION));
        Optional<YamlNode> name = root.value(NAME);
        Optional<YamlNode> number = root.value(EDITION);
        if (name.isEmpty() || number.isEmpty()) {
            return Optional.empty();
        }
        String title = name.get().text() + " " + number.get().text();
        Optional<Edition> base = editions.stream()
                .filter(edition -> edition.title().equals(title))
                .findFirst();
        if (base.isEmpty()) {
            List<String> known = editions.stream().map(Edition::title).toList();
            diagnostics.add(Diagnostic.error("unknown-form", name.get().place(), title)
                    .help(Message.of("known-are", String.join(", ", known))));
        }
        return base.flatMap(edition -> {
            YamlNode form = root.over(edition.data().form(), diagnostics);
            return FormReader.read(form, edition.data().prose(), Optional.of(root.source()), diagnostics)
                    .map(read -> new Edition(
                            read,
                            edition.folder(),
                            new Data(form, edition.data().prose())));
        });
    }

    /** The names of all forms. */
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

    /** The edition of a form for reports about a year; of several, the newest. */
    public Optional<Edition> editionFor(String name, int year) {
        return editionsOf(name).stream()
                .filter(edition -> edition.form().covers(year))
                .reduce((older, newer) -> newer);
    }
}
