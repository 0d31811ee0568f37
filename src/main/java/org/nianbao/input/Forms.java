package org.nianbao.input;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nianbao.problem.Message;
import org.nianbao.problem.Problem;
import org.nianbao.problem.Source;
import org.nianbao.report.Form;
import org.nianbao.report.Section;
import org.nianbao.report.Shape;

/** All forms that a templates folder holds, each in all its editions. Immutable. */
public final class Forms {
    private final List<Edition> editions;

    private Forms(List<Edition> editions) {
        this.editions = List.copyOf(editions);
    }

    /**
     * A form and where its files are.
     *
     * @param folder the one that holds its {@code form.yaml}, relative to the templates folder
     * @param shapes what an input may write below each table, by the key of its section
     */
    public record Edition(Form form, Path folder, Map<String, Shape> shapes) {
        Edition(Form form, Path folder) {
            this(form, folder, form.tables().stream().collect(Collectors.toMap(Section::key, Shape::of)));
        }
    }

    /**
     * Reads every {@code form.yaml} below a folder.
     *
     * @param templates the folder
     * @param problems gets whatever is wrong with a form; such a form is left out
     */
    public static Forms in(Path templates, List<Problem> problems) {
        List<Edition> editions = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(templates, 4, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file :
                    walk.filter(path -> path.endsWith("form.yaml")).sorted().toList()) {
                Optional<Source> prose =
                        prose(file, templates).flatMap(found -> YamlFile.read(found, found.toString(), problems));
                YamlFile.read(file, file.toString(), problems)
                        .flatMap(source -> FormReader.read(source, prose, problems))
                        .ifPresent(form -> editions.add(new Edition(form, templates.relativize(file.getParent()))));
            }
        } catch (IOException e) {
            problems.add(
                    Problem.error("unreadable", Message.of("unreadable", templates), Message.of("unreadable.way-out")));
        }
        if (editions.isEmpty() && problems.isEmpty()) {
            problems.add(Problem.error("no-forms", Message.of("no-forms", templates), Message.of("no-forms.way-out")));
        }
        editions.sort(Comparator.comparing((Edition edition) -> edition.form().name())
                .thenComparing(edition -> edition.form().edition()));
        return new Forms(editions);
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
    public Optional<Edition> serving(String name, int year) {
        return editionsOf(name).stream()
                .filter(edition -> edition.form().serves(year))
                .reduce((older, newer) -> newer);
    }
}
