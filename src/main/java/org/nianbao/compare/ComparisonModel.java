package org.nianbao.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.nianbao.form.Cell;
import org.nianbao.text.SentenceKey;

/** A comparison as data for {@code compare.ftlh}; {@code templates.md} lists the names. Reports are named by number, from 0. */
public final class ComparisonModel {
    private ComparisonModel() {}

    static Map<String, Object> of(Comparison comparison, String lang) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("lang", lang);
        model.put("form", comparison.reports().get(0).report().form().name());
        model.put(
                "reports",
                comparison.reports().stream()
                        .map(report -> Map.of("name", report.name(), "agency", report.agency(), "year", report.year()))
                        .toList());
        model.put("oneAgency", comparison.isOfOneAgency());
        model.put("oneYear", comparison.isOfOneYear());
        model.put("cells", comparison.cells());
        model.put("changed", comparison.changed().size());
        model.put("differences", comparison.hasDifferences());
        model.put(
                "greatest",
                comparison.greatest().stream().map(ComparisonModel::row).toList());
        model.put("sections", sections(comparison.changed()));
        model.put(
                "partial",
                comparison.partial().stream()
                        .map(partial -> Map.of(
                                "section",
                                partial.section(),
                                "item",
                                partial.item(),
                                "measures",
                                partial.measures(),
                                "present",
                                partial.present()))
                        .toList());
        model.put(
                "rewritings",
                comparison.rewritings().stream()
                        .map(rewriting -> Map.of(
                                "before",
                                comparison.reports().indexOf(rewriting.before()),
                                "now",
                                comparison.reports().indexOf(rewriting.now()),
                                "parts",
                                rewriting.parts().stream()
                                        .map(ComparisonModel::part)
                                        .toList()))
                        .toList());
        model.put(
                "copies",
                comparison.copies().stream().map(copy -> copy(comparison, copy)).toList());
        return model;
    }

    /** The rows of each section, those of one item together. */
    private static List<Map<String, Object>> sections(List<ComparedRow> rows) {
        Map<String, Map<List<String>, List<Map<String, Object>>>> sections = new LinkedHashMap<>();
        for (ComparedRow row : rows) {
            sections.computeIfAbsent(row.section(), heading -> new LinkedHashMap<>())
                    .computeIfAbsent(row.item(), item -> new ArrayList<>())
                    .add(row(row));
        }
        List<Map<String, Object>> model = new ArrayList<>();
        sections.forEach((heading, items) -> {
            List<Map<String, Object>> itemModels = new ArrayList<>();
            items.forEach((item, cells) -> itemModels.add(Map.of("item", item, "rows", cells)));
            model.add(Map.of("heading", heading, "items", itemModels));
        });
        return model;
    }

    private static Map<String, Object> row(ComparedRow row) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("item", row.item());
        model.put("measure", row.measure());
        model.put("cells", row.cells().stream().map(ComparisonModel::cell).toList());
        row.writtenDifference().ifPresent(difference -> model.put("difference", difference));
        row.writtenPercent().ifPresent(percent -> model.put("percent", percent));
        return model;
    }

    private static Map<String, Object> cell(Optional<Cell> cell) {
        return Map.of("there", cell.isPresent(), "text", cell.map(Cell::text).orElse(""));
    }

    private static Map<String, Object> part(Rewriting.SectionChange part) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("section", part.section());
        Map<String, Object> counts = new LinkedHashMap<>();
        for (Change.ChangeKind kind : Change.ChangeKind.values()) {
            counts.put(written(kind), part.count(kind));
        }
        model.put("counts", counts);
        part.repetition()
                .filter(repetition -> repetition.counted() > 0)
                .ifPresent(repetition -> model.put("repetition", repetition(repetition)));
        model.put("tooMuch", part.tooMuch());
        model.put(
                "changes",
                part.changes().stream()
                        .map(change -> Map.of(
                                "kind",
                                written(change.kind()),
                                "pieces",
                                change.pieces().stream()
                                        .map(piece -> Map.of("before", piece.before(), "now", piece.now()))
                                        .toList()))
                        .toList());
        return model;
    }

    private static String written(Change.ChangeKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> copy(Comparison comparison, Copy copy) {
        return Map.of(
                "section",
                copy.section(),
                "one",
                comparison.reports().indexOf(copy.one()),
                "other",
                comparison.reports().indexOf(copy.other()),
                "repetition",
                repetition(copy.repeated()));
    }

    private static Map<String, Object> repetition(SentenceKey.Repeated repeated) {
        return Map.of(
                "repeated",
                repeated.sentences().size(),
                "counted",
                repeated.counted(),
                "percent",
                repeated.percent().toPlainString());
    }
}
