package org.nianbao.input;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Message;
import org.nianbao.form.Fact;
import org.nianbao.form.Form;
import org.nianbao.form.KeyTree;
import org.nianbao.form.Section;

/** Finds out that a report was written for another edition, and reports that once instead of each unknown key. */
final class OtherEdition {
    /** The least number of keys of another edition; one alone is more likely a typing error. */
    private static final int FEWEST = 2;

    private static final Set<String> NOTED = Set.of(Keywords.FIGURE, Keywords.NOTE);

    /** The limit of keys in a message. */
    private static final int SHOWN = 3;

    private OtherEdition() {}

    /**
     * The diagnostic, if there is one.
     *
     * @param input the root of the input
     * @param chosen the edition by which it is read
     * @param editions all editions of the same form
     */
    static Optional<Diagnostic> of(YamlNode input, Forms.Edition chosen, List<Forms.Edition> editions) {
        List<YamlNode> unknown = unknownKeys(input, chosen);
        if (unknown.isEmpty()) {
            return Optional.empty();
        }
        List<YamlNode> most = List.of();
        Forms.Edition likely = chosen;
        for (Forms.Edition other : editions) {
            if (other.folder().equals(chosen.folder())) {
                continue; // the chosen one, perhaps without local rows
            }
            Set<YamlNode> unknownThere = new HashSet<>(unknownKeys(input, other));
            List<YamlNode> belonging =
                    unknown.stream().filter(key -> !unknownThere.contains(key)).toList();
            if (!belonging.isEmpty() && belonging.size() >= most.size()) { // of two, the newer
                most = belonging;
                likely = other;
            }
        }
        return most.size() < FEWEST
                ? Optional.empty()
                : Optional.of(diagnostic(input, most, chosen.form(), likely.form()));
    }

    private static Diagnostic diagnostic(YamlNode input, List<YamlNode> keys, Form chosen, Form likely) {
        String help = input.value(Keywords.EDITION).isPresent() ? "other-edition.asked" : "other-edition.help";
        String year = chosen.fact(Fact.Role.YEAR)
                .flatMap(fact -> input.value(fact.key()))
                .map(YamlNode::text)
                .orElse("");
        List<String> words =
                keys.stream().map(YamlNode::text).distinct().limit(SHOWN).toList();
        String edition = String.valueOf(chosen.edition());
        String other = String.valueOf(likely.edition());
        Diagnostic diagnostic = Diagnostic.error(
                        "other-edition", keys.get(0).place(), edition, String.join(", ", words), keys.size(), other)
                .as(chosen.rule(Form.RuleRole.EDITION, "edition"))
                .help(Message.of(help, edition, other, Keywords.EDITION, year));
        for (YamlNode key : keys.subList(1, Math.min(keys.size(), SHOWN))) {
            diagnostic = diagnostic.related(key.place(), Message.verbatim(key.text()));
        }
        return diagnostic;
    }

    /** The keys in an input's tables that an edition does not have there. */
    private static List<YamlNode> unknownKeys(YamlNode input, Forms.Edition edition) {
        List<YamlNode> unknown = new ArrayList<>();
        for (Section.TableSection section : edition.form().tables()) {
            KeyTree keys = edition.form().cells().keys(section.key());
            input.value(section.key())
                    .map(item -> item.without(TableWordsReader.keys(keys)))
                    .ifPresent(item -> collect(keys, item, unknown));
        }
        return unknown;
    }

    private static void collect(KeyTree keys, YamlNode item, List<YamlNode> unknown) {
        if (SingleRow.isRow(keys, item)) {
            return; // tables of one edition with another one's row are common
        }
        item.values().forEach((key, value) -> {
            KeyTree child = keys.children().get(key);
            if (child == null || (child.cell().isEmpty() && !canHaveRows(value))) {
                add(item.key(key), unknown);
            } else if (child.cell().isEmpty()) {
                collect(child, value, unknown);
            } else {
                Optional<String> onlyColumn = child.cell().get().onlyColumn();
                value.values().keySet().stream()
                        .filter(below -> !onlyColumn.equals(Optional.of(below)) && !NOTED.contains(below))
                        .forEach(below -> add(value.key(below), unknown));
            }
        });
    }

    /** Adds a key, unless the marks of its line are wrong instead of its words. */
    private static void add(YamlNode key, List<YamlNode> unknown) {
        if (WrittenRow.wrong(key).isEmpty()) {
            unknown.add(key);
        }
    }

    /** Whether a value is more than a single figure or word. */
    private static boolean isPasted(YamlNode value) {
        return value.isScalar() && value.text().strip().matches("(?s).*[\\s\\p{Z},，].*");
    }

    private static boolean canHaveRows(YamlNode value) {
        return value.isMapping() || value.isSequence() || value.isMissing() || value.isTilde() || isPasted(value);
    }
}
