package org.nianbao.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.nianbao.form.ProseRules;

/** Reads a rule of {@code counts} in a {@code prose.yaml}. */
record CountReader(ProseReader prose) {
    ProseRules.CountRule read(MappingReader of) {
        List<ProseRules.CountRow> rows =
                of.each("rows", Set.of("rule", "words", "equals"), Set.of("otherwise"), this::row);
        List<ProseRules.CountColumn> columns = new ArrayList<>();
        List<YamlNode> words = new ArrayList<>(of.members("known"));
        of.members("rows").forEach(row -> row.value("words").ifPresent(words::add));
        of.open("columns").forEach((column, item) -> {
            columns.add(new ProseRules.CountColumn(prose.pattern(item), column));
            words.add(item);
        });
        return new ProseRules.CountRule(
                prose.pattern(of, "context"),
                prose.anyOf(of, "unless"),
                prose.pattern(of, "unit"),
                prose.pattern(of.value("known").orElseThrow().saying(anyNumberOf(words))),
                rows,
                columns);
    }

    private static String anyNumberOf(List<YamlNode> words) {
        return words.stream().map(YamlNode::text).collect(Collectors.joining("|", "(?:", ")*$"));
    }

    private ProseRules.CountRow row(MappingReader of) {
        return new ProseRules.CountRow(
                prose.rule(of),
                prose.pattern(of, "words"),
                of.members("equals").stream().map(prose::interpretation).toList(),
                of.flag("otherwise"));
    }
}
