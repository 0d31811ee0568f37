package org.nianbao.input;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nianbao.diagnostic.Message;
import org.nianbao.expression.Expression;
import org.nianbao.form.ProseRules;
import org.nianbao.form.Section;
import org.nianbao.text.TokenizedText;

/** Reads a {@code prose.yaml}: the rules that check the prose of a form's reports. */
final class ProseReader {
    /** The fields of the file other than its rules. */
    static final Set<String> PARTS = Set.of(
            Layers.BASED_ON,
            "words",
            "claims",
            "counts",
            "parts",
            "shares",
            "growth",
            "years",
            "repetition",
            "chapters",
            "points",
            "agency",
            "phrases",
            "expectations");

    private static final Pattern UNIT = Pattern.compile("(?<name>[^ ]+)(?: +(?<factor>[1-9][0-9]{0,8}))?");

    private static final Pattern WORD = Pattern.compile("<([^<>=!?a-z]+)>");

    private final MappingReader fields;
    private final Set<String> rules;
    private final List<String> sections;
    private final CellSums sums;
    private final Map<String, String> words = new HashMap<>();

    /**
     * Prepares to read.
     *
     * @param fields of the file
     * @param rules the ids of the form's rules
     * @param sections of the form
     * @param sums of its cells
     */
    ProseReader(MappingReader fields, Set<String> rules, List<Section> sections, CellSums sums) {
        this.fields = fields;
        this.rules = rules;
        this.sections = sections.stream().map(Section::key).toList();
        this.sums = sums;
    }

    ProseRules read() {
        fields.open("words").forEach((name, item) -> words.put(name, expand(item.text(), item)));
        return new ProseRules(
                fields.each(
                        "claims",
                        Set.of("rule", "equals"),
                        Set.of("says", "none", "context", "after", "unless", "near", "smaller", "key", "other"),
                        this::claim),
                fields.each(
                        "counts",
                        Set.of("context", "unit", "known", "rows"),
                        Set.of("unless", "columns"),
                        new CountReader(this)::read),
                one(
                        "parts",
                        Set.of("rule", "whole", "some", "all", "part", "another", "end"),
                        Set.of("inverse", "rest", "units", "total", "common", "sets"),
                        this::parts),
                one(
                        "shares",
                        Set.of("rule", "says", "whole"),
                        Set.of("continues", "of", "general", "tables"),
                        this::shares),
                one(
                        "growth",
                        Set.of("rule", "base", "current", "last", "changes", "between", "figures"),
                        Set.of("where", "unless"),
                        this::growth),
                one("years", Set.of("rule", "topics"), Set.of(), this::years),
                one("repetition", Set.of("rule", "most", "shortest", "fewest", "sections"), Set.of(), this::repetition),
                one("chapters", Set.of("rule", "says", "between"), Set.of("mentions"), this::chapters),
                one(
                        "points",
                        Set.of("rule", "where", "says", "marks"),
                        Set.of("more", "ends", "lists", "between", "unless"),
                        this::points),
                one("agency", Set.of("rule", "says", "place"), Set.of("others", "scope", "alone"), this::agency),
                fields.each("phrases", Set.of("rule", "find"), Set.of("write", "agency", "hint"), this::phrase),
                fields.each(
                        "expectations",
                        Set.of("rule", "section"),
                        Set.of("least", "most", "mentions", "without", "since", "hint"),
                        this::expectation));
    }

    private ProseRules.Claim claim(MappingReader of) {
        Map<String, String> keys = keys(of, "key");
        Map<String, String> others = keys(of, "other");
        Map<String, List<ProseRules.Interpretation>> keyed = new HashMap<>();
        keys.forEach((key, row) -> others.forEach((other, column) -> keyed.put(
                key + other,
                of.members("equals").stream()
                        .map(item -> interpretation(
                                item.saying(item.text().replace("{key}", row).replace("{other}", column))))
                        .toList())));
        return new ProseRules.Claim(
                rule(of),
                of.members("says").stream()
                        .map(item -> pattern(choosing(choosing(item, "key", keys), "other", others), "n"))
                        .toList(),
                of.members("none").stream()
                        .map(item -> pattern(choosing(choosing(item, "key", keys), "other", others)))
                        .toList(),
                optionalPattern(of, "context"),
                optionalPattern(of, "after"),
                anyOf(of, "unless"),
                anyOf(of, "near"),
                of.number("smaller").orElse(1),
                keyed);
    }

    /** Words with what they stand for in a path; nothing for nothing if there are none. */
    private static Map<String, String> keys(MappingReader of, String name) {
        Map<String, String> keys = new LinkedHashMap<>();
        of.open(name).forEach((word, part) -> keys.put(word, part.text()));
        return keys.isEmpty() ? Map.of("", "") : keys;
    }

    /** A pattern with {@code {key}} for any of some words. */
    private static YamlNode choosing(YamlNode pattern, String group, Map<String, String> words) {
        String any = "(?<" + group + ">" + String.join("|", words.keySet()) + ")";
        return pattern.saying(pattern.text().replace("{" + group + "}", any));
    }

    private ProseRules.EnumerationRule parts(MappingReader of) {
        return new ProseRules.EnumerationRule(
                rule(of),
                pattern(of, "whole", "n", "unit"),
                pattern(of, "some"),
                pattern(of, "all"),
                pattern(of, "part", "n", "unit"),
                of.value("inverse").map(item -> pattern(item, "n", "unit")),
                optionalPattern(of, "rest"),
                pattern(of, "another"),
                pattern(of, "end"),
                of.value("total").map(item -> pattern(item, "n", "unit", "before", "what")),
                optionalPattern(of, "common"),
                of.texts("sets").stream().map(ProseReader::set).toList(),
                units(of));
    }

    /** The words of each part: those of a part are parted by {@code |}. */
    private static List<Set<String>> set(String line) {
        return Arrays.stream(line.strip().split("\\s*,\\s*"))
                .map(words -> Set.of(words.split("\\|")))
                .toList();
    }

    /** Units by their words: the lines of {@code 元, 万元 10000} are the words of a kind, each with its size. */
    private Map<String, ProseRules.SummableUnit> units(MappingReader of) {
        Map<String, ProseRules.SummableUnit> units = new HashMap<>();
        for (YamlNode line : of.members("units")) {
            List<String> kind = List.of(line.text().strip().split("\\s*,\\s*"));
            String base = kind.get(0);
            for (String one : kind) {
                Matcher unit = UNIT.matcher(one);
                if (unit.matches()) {
                    String factor = Objects.requireNonNullElse(unit.group("factor"), "1");
                    units.put(unit.group("name"), new ProseRules.SummableUnit(base, new BigDecimal(factor)));
                } else {
                    fields.wrong(line, line.text(), Message.of("units-of-a-kind"));
                }
            }
        }
        return units;
    }

    private ProseRules.ShareRule shares(MappingReader of) {
        return new ProseRules.ShareRule(
                rule(of),
                of.value("says").stream()
                        .flatMap(says -> says.oneOrMore().stream())
                        .map(item -> pattern(item, "p"))
                        .toList(),
                optionalPattern(of, "general"),
                optionalPattern(of, "tables"),
                pattern(of, "continues"),
                pattern(of, "whole", "n"),
                of.members("of").stream().map(this::interpretation).toList());
    }

    private ProseRules.GrowthRule growth(MappingReader of) {
        return new ProseRules.GrowthRule(
                rule(of),
                pattern(of, "base", "year"),
                pattern(of, "current", "n", "unit"),
                pattern(of, "last", "n", "unit", "year"),
                of.members("changes").stream().map(item -> pattern(item)).toList(),
                pattern(of, "between"),
                optionalPattern(of, "where"),
                optionalPattern(of, "unless"),
                of.each(
                        "figures",
                        Set.of("name", "equals"),
                        Set.of(),
                        figure -> new ProseRules.NamedFigure(
                                pattern(figure, "name"),
                                figure.members("equals").stream()
                                        .map(this::interpretation)
                                        .toList())));
    }

    private ProseRules.YearRule years(MappingReader of) {
        return new ProseRules.YearRule(
                rule(of),
                of.each(
                        "topics",
                        Set.of("find"),
                        Set.of("unless", "ahead", "alone", "titles", "later", "only", "plan"),
                        topic -> new ProseRules.Topic(
                                pattern(topic, "find", "year"),
                                optionalPattern(topic, "unless"),
                                Set.copyOf(sections(topic, "ahead")),
                                topic.flag("alone"),
                                topic.flag("titles"),
                                topic.number("later").orElse(0),
                                Set.copyOf(sections(topic, "only")),
                                topic.flag("plan"))));
    }

    private ProseRules.RepetitionRule repetition(MappingReader of) {
        return new ProseRules.RepetitionRule(
                rule(of),
                of.number("most").orElse(0),
                of.number("shortest").orElse(0),
                of.number("fewest").orElse(0),
                sections(of, "sections"));
    }

    private ProseRules.ChapterRule chapters(MappingReader of) {
        return new ProseRules.ChapterRule(
                rule(of),
                of.members("says").stream()
                        .map(item -> pattern(item, "n", "list"))
                        .toList(),
                of.value("mentions").stream()
                        .flatMap(mentions -> mentions.oneOrMore().stream())
                        .map(item -> pattern(item))
                        .toList(),
                of.members("between").stream().map(item -> pattern(item)).toList());
    }

    private ProseRules.PointRule points(MappingReader of) {
        return new ProseRules.PointRule(
                rule(of),
                pattern(of, "where"),
                patterns(of, "says", "count"),
                patterns(of, "marks", "count"),
                optionalPattern(of, "more"),
                optionalPattern(of, "ends"),
                patterns(of, "lists", "count", "list"),
                patterns(of, "between"),
                optionalPattern(of, "unless"));
    }

    private List<Expression> patterns(MappingReader of, String name, String... groups) {
        return of.members(name).stream().map(item -> pattern(item, groups)).toList();
    }

    private ProseRules.AgencyRule agency(MappingReader of) {
        return new ProseRules.AgencyRule(
                rule(of),
                of.members("says").stream().map(item -> pattern(item, "name")).toList(),
                pattern(of, "others", "name"),
                of.text("alone"),
                pattern(of, "scope", "unit"),
                pattern(of, "place", "place"));
    }

    private ProseRules.Phrase phrase(MappingReader of) {
        Expression find = pattern(of, "find");
        Optional<String> write = of.text("write").filter(typed -> {
            boolean right = find.canWrite(typed);
            if (!right) {
                of.wrong("write", Message.of("a-replacement"));
            }
            return right;
        });
        return new ProseRules.Phrase(rule(of), find, write, optionalPattern(of, "agency"), of.flag("hint"));
    }

    private ProseRules.Expectation expectation(MappingReader of) {
        String section = of.text("section").orElse("");
        requireSection(section, of.mapping());
        return new ProseRules.Expectation(
                rule(of),
                section,
                of.number("least"),
                of.number("most"),
                optionalPattern(of, "mentions"),
                optionalPattern(of, "without"),
                of.number("since"),
                of.flag("hint"));
    }

    /** A part that a form may leave out. */
    private <T> Optional<T> one(
            String name, Set<String> required, Set<String> optional, Function<MappingReader, T> reader) {
        return fields.value(name)
                .map(item -> fields.of(item, required, optional))
                .filter(of -> required.stream().allMatch(of::has))
                .map(reader);
    }

    String rule(MappingReader of) {
        return of.rule("rule", rules).orElse("");
    }

    private List<String> sections(MappingReader of, String name) {
        List<String> keys = of.texts(name);
        keys.forEach(key -> requireSection(key, of.value(name).orElseThrow()));
        return keys;
    }

    private void requireSection(String key, YamlNode item) {
        if (!sections.contains(key)) {
            fields.unknownPath(key, sections, item);
        }
    }

    ProseRules.Interpretation interpretation(YamlNode item) {
        return new ProseRules.Interpretation(sums.named(item), sums.terms(item));
    }

    private Optional<Expression> optionalPattern(MappingReader of, String name) {
        return of.value(name).map(item -> pattern(item));
    }

    /** A pattern or several, any of which may match; a word of the file alone is compiled once for all that name it. */
    List<Expression> anyOf(MappingReader of, String name) {
        return of.value(name).stream()
                .flatMap(value -> value.oneOrMore().stream())
                .map(item -> pattern(item))
                .toList();
    }

    Expression pattern(MappingReader of, String name, String... groups) {
        return of.value(name)
                .map(item -> pattern(item, groups))
                .orElseGet(() -> Expression.never(of.mapping().place()));
    }

    Expression pattern(YamlNode item, String... groups) {
        String expanded = expand(item.text(), item);
        for (String group : groups) {
            if (!expanded.contains("(?<" + group + ">")) {
                fields.wrong(item, item.text(), Message.of("a-pattern-with", group));
                return Expression.never(item.place());
            }
        }
        return fields.expression(item, expanded);
    }

    /**
     * Expands {@code {n}} to an exact number, {@code {p}} to an exact percentage, {@code {m}} to any number and {@code
     * <word>} to that word of the file.
     */
    private String expand(String written, YamlNode item) {
        return WORD.matcher(written)
                .replaceAll(match -> Matcher.quoteReplacement(word(match.group(1), item)))
                .replace("{n}", "(?<n>" + TokenizedText.exact() + ")")
                .replace("{p}", "(?<p>" + TokenizedText.exact() + ")")
                .replace("{m}", "(?:" + TokenizedText.any() + ")");
    }

    private String word(String name, YamlNode item) {
        String meaning = words.get(name);
        if (meaning == null) {
            fields.unknownPath(name, words.keySet(), item);
            return "";
        }
        return "(?:" + meaning + ")";
    }
}
