package org.nianbao.input;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.report.Units;

/** Reads a {@code units.yaml}: who must deliver a report to whom. */
public final class UnitsReader {
    /** How the name of such a file ends, so that nobody takes it for an input. */
    private static final String ENDING = "units.yaml";

    private final Diagnostics diagnostics;
    private final MappingReader fields;

    /** Where each name was written first. */
    private final Map<String, YamlNode> names = new HashMap<>();

    private UnitsReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.fields = new MappingReader(diagnostics);
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
     * @param diagnostics gets whatever is wrong with it
     * @return the units, or nothing where something is wrong
     */
    public static Optional<Units> read(Path file, String name, Diagnostics diagnostics) {
        int before = diagnostics.size();
        return YamlFile.read(file, name, diagnostics)
                .flatMap(source -> YamlFile.ofInput(source).mapping(diagnostics))
                .map(root -> new UnitsReader(diagnostics).units(root))
                .filter(units -> diagnostics.size() == before);
    }

    private Units units(YamlNode root) {
        Map<String, YamlNode> parts = fields.of(root, Set.of(Keywords.WHOLE, Keywords.UNITS), Set.of());
        List<Units.Unit> units = new ArrayList<>();
        fields.open(parts, Keywords.UNITS).forEach((group, members) -> {
            List<YamlNode> listed = members.isSequence() ? members.members() : List.of(members);
            if (listed.isEmpty()) {
                fields.wrong(members, group, Message.of("a-list"));
            }
            listed.forEach(member -> unit(group, member).ifPresent(units::add));
        });
        return new Units(fields.text(parts, Keywords.WHOLE).map(String::strip).orElse(""), units);
    }

    private Optional<Units.Unit> unit(String group, YamlNode member) {
        if (!member.isMapping()) {
            return name(group, member).map(name -> new Units.Unit(name, List.of(), group, false));
        }
        Map<String, YamlNode> of =
                fields.of(member, Set.of(Keywords.NAME), Set.of(Keywords.OTHER_NAMES, Keywords.SCOPE));
        YamlNode name = of.get(Keywords.NAME);
        if (name == null) {
            return Optional.empty();
        }
        List<String> others = new ArrayList<>();
        YamlNode written = of.get(Keywords.OTHER_NAMES);
        if (written != null) {
            (written.isSequence() ? written.members() : List.of(written))
                    .forEach(other -> name(Keywords.OTHER_NAMES, other).ifPresent(others::add));
        }
        Optional<String> scope = fields.text(of, Keywords.SCOPE);
        if (scope.filter(word -> !word.equals(Keywords.AGGREGATE)).isPresent()) {
            fields.wrong(of, Keywords.SCOPE, Message.verbatim(Keywords.AGGREGATE));
        }
        return name(Keywords.NAME, name).map(own -> new Units.Unit(own, others, group, scope.isPresent()));
    }

    /** A name that no other unit has. */
    private Optional<String> name(String key, YamlNode item) {
        String name = item.text().strip();
        if (name.isEmpty() || item.isTilde() || name.lines().count() > 1) {
            fields.wrong(item, key, Message.of("a-text"));
            return Optional.empty();
        }
        YamlNode first = names.putIfAbsent(Units.normalized(name), item);
        if (first != null) {
            diagnostics.add(Diagnostic.error(
                            "unit-twice", item.place(), name, first.place().line(), Keywords.OTHER_NAMES)
                    .related(first.place(), Message.verbatim(first.text())));
        }
        return Optional.of(name);
    }
}
