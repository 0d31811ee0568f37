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
import org.nianbao.diagnostic.TypedText;
import org.nianbao.report.Units;

/** Reads a {@code units.yaml}: the agencies that must deliver a report, and the agency that gets them. */
public final class UnitsReader {
    /** The end of such a file's name; inputs never end in it. */
    private static final String ENDING = "units.yaml";

    private final MappingReader fields;

    /** Where each name was written first. */
    private final Map<String, YamlNode> names = new HashMap<>();

    private UnitsReader(MappingReader fields) {
        this.fields = fields;
    }

    /** Whether a file is a list of units, by its name. */
    public static boolean isOne(Path file) {
        return LocalRows.isNamed(file, ENDING);
    }

    /**
     * Reads a file; empty if {@code diagnostics} got an error.
     *
     * @param name of the file in messages
     */
    public static Optional<Units> read(Path file, String name, Diagnostics diagnostics) {
        int before = diagnostics.size();
        return YamlFile.input(file, name, diagnostics)
                .map(root ->
                        new MappingReader(root, diagnostics).of(root, Set.of(Keywords.WHOLE, Keywords.UNITS), Set.of()))
                .map(of -> new UnitsReader(of).units())
                .filter(units -> diagnostics.size() == before);
    }

    /** All that is typed in a file, to see whether it can be printed; none if the file cannot be read. */
    public static List<TypedText> texts(Path file, String name) {
        return YamlFile.input(file, name, new Diagnostics()).stream()
                .flatMap(YamlNode::texts)
                .toList();
    }

    private Units units() {
        List<Units.Unit> units = new ArrayList<>();
        fields.open(Keywords.UNITS).forEach((group, members) -> {
            if (members.oneOrMore().isEmpty()) {
                fields.wrong(members, group, Message.of("a-list"));
            }
            members.oneOrMore().forEach(member -> unit(group, member).ifPresent(units::add));
        });
        return new Units(fields.text(Keywords.WHOLE).map(String::strip).orElse(""), units);
    }

    private Optional<Units.Unit> unit(String group, YamlNode member) {
        if (!member.isMapping()) {
            return name(group, member).map(name -> new Units.Unit(name, List.of(), group, false));
        }
        MappingReader of = fields.of(member, Set.of(Keywords.NAME), Set.of(Keywords.OTHER_NAMES, Keywords.SCOPE));
        Optional<String> name = of.value(Keywords.NAME).flatMap(item -> name(Keywords.NAME, item));
        List<String> others = of.value(Keywords.OTHER_NAMES).map(YamlNode::oneOrMore).orElse(List.of()).stream()
                .flatMap(other -> name(Keywords.OTHER_NAMES, other).stream())
                .toList();
        boolean isAggregate = of.matching(
                        Keywords.SCOPE, Message.verbatim(Keywords.AGGREGATE), Keywords.AGGREGATE, text -> true)
                .orElse(false);
        return name.map(own -> new Units.Unit(own, others, group, isAggregate));
    }

    /** A name that no other unit has. */
    private Optional<String> name(String key, YamlNode item) {
        Optional<String> name = fields.name(key, item);
        name.map(words -> names.putIfAbsent(Units.normalized(words), item))
                .ifPresent(first -> fields.report(Diagnostic.error(
                                "unit-twice",
                                item.place(),
                                name.get(),
                                first.place().line(),
                                Keywords.OTHER_NAMES)
                        .related(first.place(), Message.verbatim(first.text()))));
        return name;
    }
}
