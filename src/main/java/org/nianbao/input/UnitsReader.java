package org.nianbao.input;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.Problem;
import org.nianbao.report.Units;

/** Reads a {@code units.yaml}: who must deliver a report to whom. */
public final class UnitsReader {
    /** How the name of such a file ends, so that nobody takes it for an input. */
    private static final String ENDING = "units.yaml";

    private final List<Problem> problems;
    private final Fields fields;

    /** Where each name was written first. */
    private final Map<String, Item> names = new HashMap<>();

    private UnitsReader(List<Problem> problems) {
        this.problems = problems;
        this.fields = new Fields(problems);
    }

    /** Whether a file is one by its name. */
    public static boolean isOne(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.equals(ENDING) || name.endsWith("." + ENDING);
    }

    /**
     * Reads a file.
     *
     * @param name how messages call it
     * @param problems gets whatever is wrong with it
     * @return the units, or nothing where something is wrong
     */
    public static Optional<Units> read(Path file, String name, List<Problem> problems) {
        int before = problems.size();
        return YamlFile.read(file, name, problems)
                .flatMap(source -> YamlFile.ofInput(source).mapping(problems))
                .map(root -> new UnitsReader(problems).units(root))
                .filter(units -> problems.size() == before);
    }

    private Units units(Item root) {
        Map<String, Item> parts = fields.of(root, Set.of(Words.WHOLE, Words.UNITS), Set.of());
        List<Units.Unit> units = new ArrayList<>();
        fields.open(parts, Words.UNITS).forEach((group, members) -> {
            List<Item> listed = members.isSequence() ? members.members() : List.of(members);
            if (listed.isEmpty()) {
                fields.wrong(members, group, Message.of("a-list"));
            }
            listed.forEach(member -> unit(group, member).ifPresent(units::add));
        });
        return new Units(fields.text(parts, Words.WHOLE).map(String::strip).orElse(""), units);
    }

    private Optional<Units.Unit> unit(String group, Item member) {
        if (!member.isMapping()) {
            return name(group, member).map(name -> new Units.Unit(name, List.of(), group, false));
        }
        Map<String, Item> of = fields.of(member, Set.of(Words.NAME), Set.of(Words.OTHER_NAMES, Words.SCOPE));
        Item name = of.get(Words.NAME);
        if (name == null) {
            return Optional.empty();
        }
        List<String> others = new ArrayList<>();
        Item written = of.get(Words.OTHER_NAMES);
        if (written != null) {
            (written.isSequence() ? written.members() : List.of(written))
                    .forEach(other -> name(Words.OTHER_NAMES, other).ifPresent(others::add));
        }
        Optional<String> scope = fields.text(of, Words.SCOPE);
        if (scope.filter(word -> !word.equals(Words.AGGREGATE)).isPresent()) {
            fields.wrong(of, Words.SCOPE, Message.verbatim(Words.AGGREGATE));
        }
        return name(Words.NAME, name).map(own -> new Units.Unit(own, others, group, scope.isPresent()));
    }

    /** A name that no other unit has. */
    private Optional<String> name(String key, Item item) {
        String name = item.text().strip();
        if (name.isEmpty() || item.isTilde() || name.lines().count() > 1) {
            fields.wrong(item, key, Message.of("a-text"));
            return Optional.empty();
        }
        Item first = names.putIfAbsent(Units.sound(name), item);
        if (first != null) {
            problems.add(Problem.error(
                            "unit-twice",
                            item.place(),
                            Message.of("unit-twice", name, first.place().line()),
                            Message.of("unit-twice.way-out", Words.OTHER_NAMES))
                    .related(first.place(), Message.verbatim(first.text())));
        }
        return Optional.of(name);
    }
}
