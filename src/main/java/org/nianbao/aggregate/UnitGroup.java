package org.nianbao.aggregate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nianbao.template.TemplateData;

/** The names of the units of a group. */
@TemplateData
public record UnitGroup(String name, List<String> units) {
    static <T> List<UnitGroup> of(List<T> all, Function<T, String> group, Function<T, String> name) {
        Map<String, List<String>> groups = all.stream()
                .collect(Collectors.groupingBy(
                        group, LinkedHashMap::new, Collectors.mapping(name, Collectors.toList())));
        return groups.entrySet().stream()
                .map(entry -> new UnitGroup(entry.getKey(), entry.getValue()))
                .toList();
    }
}
