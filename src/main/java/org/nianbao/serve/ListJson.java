package org.nianbao.serve;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nianbao.form.Form;
import org.nianbao.input.InputTree;
import org.nianbao.input.InputTree.Entry;
import org.nianbao.input.Keywords;
import org.nianbao.json.JsonWriter;

/** Writes what an input has beside the places of its form: lists that a browser edits, and what is edited in the YAML alone. */
record ListJson(InputTree tree, JsonWriter out) {
    void write(Optional<Form> form) {
        out.object("lists", () -> {
            for (String key : ListEdit.lists()) {
                List<Entry> members = tree.root().entry(key).map(Entry::entries).orElse(List.of());
                out.objects(key, members, this::member);
            }
        });
        List<Entry> others = form.map(this::others).orElse(List.of());
        out.objects("others", others, entry -> {
            out.text("key", entry.key());
            out.number("from", entry.keyStart());
            out.number("to", entry.end());
        });
    }

    private void member(Entry member) {
        member.entries().stream().filter(Entry::isScalar).forEach(value -> out.text(value.key(), value.text()));
        out.number("from", member.start());
        out.number("to", member.end());
    }

    /** Keys that no place of the form shows, and charts that are more than a name. */
    private List<Entry> others(Form form) {
        Set<String> shown = new HashSet<>(ListEdit.lists());
        shown.add(Keywords.FORM);
        form.facts().forEach(fact -> shown.add(fact.key()));
        form.sections().forEach(section -> shown.add(section.key()));
        return tree.root().entries().stream()
                .filter(entry -> entry.key().equals(Keywords.CHARTS)
                        ? entry.entries().stream().anyMatch(chart -> !chart.isScalar())
                        : !shown.contains(entry.key()))
                .toList();
    }
}
