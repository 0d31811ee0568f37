package org.nianbao.input;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.form.Fact;
import org.nianbao.form.Form;
import org.nianbao.form.KeyTree;
import org.nianbao.form.Section;
import org.yaml.snakeyaml.nodes.Node;

/** Tells when a report was written after another edition than the one that it is read by: once, not key by key. */
final class OtherEdition {
    /** A single such key is more likely a slip. */
    private static final int FEWEST = 2;

    /** So many of the keys are shown. */
    private static final int SHOWN = 3;

    private OtherEdition() {}

    /**
     * The problem, if there is one.
     *
     * @param entries of the input
     * @param chosen the edition that it is read by
     * @param editions all of the same form
     */
    static Optional<Diagnostic> of(
            Map<String, YamlNode.Entry> entries, Forms.Edition chosen, List<Forms.Edition> editions) {
        List<YamlNode> strangers = strangers(entries, chosen);
        if (strangers.size() < FEWEST) {
            return Optional.empty();
        }
        List<YamlNode> most = List.of();
        Forms.Edition likely = chosen;
        for (Forms.Edition other : editions) {
            if (other.folder().equals(chosen.folder())) {
                continue; // with local rows it is another form of the same edition
            }
            Set<Node> strange = Collections.newSetFromMap(new IdentityHashMap<>());
            strangers(entries, other).forEach(item -> strange.add(item.node()));
            List<YamlNode> belonging = strangers.stream()
                    .filter(item -> !strange.contains(item.node()))
                    .toList();
            if (!belonging.isEmpty() && belonging.size() >= most.size()) { // of two, the newer
                most = belonging;
                likely = other;
            }
        }
        if (most.size() < FEWEST) {
            return Optional.empty();
        }
        String help = entries.containsKey(Keywords.EDITION) ? "other-edition.asked" : "other-edition.help";
        String year = chosen.form()
                .fact(Fact.Role.YEAR)
                .map(fact -> entries.get(fact.key()))
                .map(entry -> entry.value().text())
                .orElse("");
        return Optional.of(diagnostic(most, chosen.form(), likely.form(), help, year));
    }

    private static Diagnostic diagnostic(List<YamlNode> keys, Form chosen, Form likely, String help, String year) {
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

    /** The keys of an input's tables that an edition does not have there. */
    private static List<YamlNode> strangers(Map<String, YamlNode.Entry> entries, Forms.Edition edition) {
        List<YamlNode> strangers = new ArrayList<>();
        for (Section.TableSection section : edition.form().tables()) {
            YamlNode.Entry entry = entries.get(section.key());
            if (entry != null) {
                collect(edition.form().cells().keys(section.key()), entry.value(), strangers);
            }
        }
        return strangers;
    }

    private static void collect(KeyTree keys, YamlNode item, List<YamlNode> strangers) {
        item.entries(new Diagnostics()).forEach((key, entry) -> {
            KeyTree child = keys.children().get(key);
            if (child == null || (child.cell().isEmpty() && !fits(entry.value()))) {
                strangers.add(entry.key());
            } else if (child.cell().isEmpty()) {
                collect(child, entry.value(), strangers);
            } else if (entry.value().isMapping()) {
                entry.value().entries(new Diagnostics()).forEach((below, inner) -> {
                    if (!child.cell().get().onlyColumn().equals(Optional.of(below))) {
                        strangers.add(inner.key());
                    }
                });
            }
        });
    }

    /** Whether more keys may stand there. */
    private static boolean fits(YamlNode value) {
        return value.isMapping() || value.isMissing() || value.isTilde();
    }
}
