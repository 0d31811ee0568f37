package org.nianbao.input;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nianbao.diagnostic.Message;
import org.nianbao.form.ProseRules;
import org.nianbao.form.Section;
import org.nianbao.text.TokenizedText;

/** Reads a {@code prose.yaml}: what is known of good prose in a form's reports. */
final class ProseReader {
    /** The parts of the file beside its rules. */
    static final Set<String> PARTS = Set.of(
            Layers.BASED_ON,
            "words",
            "claims",
            "parts",
            "shares",
            "years",
            "repetition",
            "chapters",
            "phrases",
            "expectations");

    private static final Pattern WORD = Pattern.compile("<([^<>=!?a-z]+)>");

    private final MappingReader fields;
    private final Set<String> rules;
    private final List<Section> sections;
    private final CellSums sums;
    private final Map<String, String> words = new HashMap<>();

    /**
     * Prepares to read.
     *
     * @param rules the ids that the form explains
     * @param sections of the form
     * @param sums of its cells
     */
    ProseReader(MappingReader fields, Set<String> rules, List<Section> sections, CellSums sums) {
        this.fields = fields;
        this.rules = rules;
        this.sections = sections;
        this.sums = sums;
    }

    ProseRules read(Map<String, YamlNode> of) {
        fields.open(of, "words").forEach((name, item) -> words.put(name, expand(item.text(), item)));
        return new ProseRules(
                claims(of),
                one(of, "parts", Set.of("whole", "some", "all", "part", "another", "end"), Set.of(), this::parts),
                one(of, "shares", Set.of("says", "whole"), Set.of("of"), this::shares),
                one(of, "years", Set.of("topics"), Set.of(), this::years),
                one(of, "repetition", Set.of("most", "shortest", "fewest", "sections"), Set.of(), this::repetition),
                one(of, "chapters", Set.of("says", "between"), Set.of(), this::chapters),
                phrases(of),
                expectations(of));
    }

    private List<ProseRules.Claim> claims(Map<String, YamlNode> of) {
        List<ProseRules.Claim> claims = new ArrayList<>();
        for (YamlNode member : fields.members(of, "claims")) {
            Map<String, YamlNode> parts =
                    fields.of(member, Set.of("rule", "equals"), Set.of("says", "none", "context", "unless", "near"));
            claims.add(new ProseRules.Claim(
                    rule(parts, member),
                    fields.members(parts, "says").stream()
                            .map(item -> pattern(item, "n"))
                            .toList(),
                    fields.members(parts, "none").stream()
                            .map(item -> pattern(item))
                            .toList(),
                    optionalPattern(parts, "context"),
                    optionalPattern(parts, "unless"),
                    optionalPattern(parts, "near"),
                    fields.members(parts, "equals").stream().map(this::reading).toList()));
        }
        return claims;
    }

    private ProseRules.EnumerationRule parts(String rule, Map<String, YamlNode> parts) {
        return new ProseRules.EnumerationRule(
                rule,
                pattern(parts, "whole", "n", "unit"),
                pattern(parts, "some"),
                pattern(parts, "all"),
                pattern(parts, "part", "n", "unit"),
                pattern(parts, "another"),
                pattern(parts, "end"));
    }

    private ProseRules.ShareRule shares(String rule, Map<String, YamlNode> parts) {
        return new ProseRules.ShareRule(
                rule,
                pattern(parts, "says", "n", "p"),
                pattern(parts, "whole", "n"),
                fields.members(parts, "of").stream().map(this::reading).toList());
    }

    private ProseRules.YearRule years(String rule, Map<String, YamlNode> parts) {
        List<ProseRules.Topic> topics = new ArrayList<>();
        for (YamlNode member : fields.members(parts, "topics")) {
            Map<String, YamlNode> of = fields.of(member, Set.of("find"), Set.of("unless", "ahead"));
            List<String> ahead = fields.texts(of, "ahead");
            ahead.forEach(key -> section(key, member));
            topics.add(new ProseRules.Topic(
                    pattern(of, "find", "year"), optionalPattern(of, "unless"), Set.copyOf(ahead)));
        }
        return new ProseRules.YearRule(rule, topics);
    }

    private ProseRules.RepetitionRule repetition(String rule, Map<String, YamlNode> parts) {
        List<String> sections = fields.texts(parts, "sections");
        sections.forEach(key -> section(key, Objects.requireNonNull(parts.get("sections"))));
        return new ProseRules.RepetitionRule(
                rule,
                fields.number(parts, "most").orElse(0),
                fields.number(parts, "shortest").orElse(0),
                fields.number(parts, "fewest").orElse(0),
                sections);
    }

    private ProseRules.ChapterRule chapters(String rule, Map<String, YamlNode> parts) {
        return new ProseRules.ChapterRule(rule, pattern(parts, "says", "n", "list"), pattern(parts, "between"));
    }

    private List<ProseRules.Phrase> phrases(Map<String, YamlNode> of) {
        List<ProseRules.Phrase> phrases = new ArrayList<>();
        for (YamlNode member : fields.members(of, "phrases")) {
            Map<String, YamlNode> parts = fields.of(member, Set.of("rule", "find"), Set.of("write", "hint"));
            phrases.add(new ProseRules.Phrase(
                    rule(parts, member),
                    pattern(parts, "find"),
                    fields.text(parts, "write"),
                    fields.flag(parts, "hint")));
        }
        return phrases;
    }

    private List<ProseRules.Expectation> expectations(Map<String, YamlNode> of) {
        List<ProseRules.Expectation> expectations = new ArrayList<>();
        for (YamlNode member : fields.members(of, "expectations")) {
            Map<String, YamlNode> parts =
                    fields.of(member, Set.of("rule", "section"), Set.of("least", "most", "mentions", "hint"));
            String section = fields.text(parts, "section").orElse("");
            section(section, member);
            expectations.add(new ProseRules.Expectation(
                    rule(parts, member),
                    section,
                    fields.number(parts, "least"),
                    fields.number(parts, "most"),
                    optionalPattern(parts, "mentions"),
                    fields.flag(parts, "hint")));
        }
        return expectations;
    }

    private <T> Optional<T> one(
            Map<String, YamlNode> of, String name, Set<String> required, Set<String> optional, RuleReader<T> reader) {
        YamlNode item = of.get(name);
        if (item == null) {
            return Optional.empty();
        }
        Set<String> all = new HashSet<>(required);
        all.add("rule");
        Map<String, YamlNode> parts = fields.of(item, all, optional);
        return parts.keySet().containsAll(all) ? Optional.of(reader.read(rule(parts, item), parts)) : Optional.empty();
    }

    /** Makes one part of the rules from its fields. */
    @FunctionalInterface
    private interface RuleReader<T> {
        T read(String rule, Map<String, YamlNode> parts);
    }

    private String rule(Map<String, YamlNode> parts, YamlNode member) {
        String rule = fields.text(parts, "rule").orElse("");
        fields.requireRule(rule, rules, member);
        return rule;
    }

    private void section(String key, YamlNode item) {
        List<String> known = sections.stream().map(Section::key).toList();
        if (!known.contains(key)) {
            fields.unknownPath(key, known, item);
        }
    }

    private ProseRules.Interpretation reading(YamlNode item) {
        return new ProseRules.Interpretation(sums.named(item), sums.terms(item));
    }

    private Optional<Pattern> optionalPattern(Map<String, YamlNode> parts, String name) {
        return Optional.ofNullable(parts.get(name)).map(item -> pattern(item));
    }

    private Pattern pattern(Map<String, YamlNode> parts, String name, String... groups) {
        YamlNode item = parts.get(name);
        return item == null ? Pattern.compile("") : pattern(item, groups);
    }

    private Pattern pattern(YamlNode item, String... groups) {
        String written = expand(item.text(), item);
        for (String group : groups) {
            if (!written.contains("(?<" + group + ">")) {
                fields.wrong(item, item.text(), Message.of("a-pattern-with", group));
                return Pattern.compile("");
            }
        }
        return fields.pattern(item, written);
    }

    /**
     * {@code {n}} is an exact number, {@code {p}} one of per cents, {@code {m}} any number, {@code <word>} what the file's
     * words say.
     */
    private String expand(String written, YamlNode item) {
        Function<String, String> word = name -> {
            String meaning = words.get(name);
            if (meaning == null) {
                fields.unknownPath(name, words.keySet(), item);
                return "";
            }
            return "(?:" + meaning + ")";
        };
        return WORD.matcher(written)
                .replaceAll(match -> Matcher.quoteReplacement(word.apply(match.group(1))))
                .replace("{n}", "(?<n>" + TokenizedText.exact() + ")")
                .replace("{p}", "(?<p>" + TokenizedText.exact() + ")")
                .replace("{m}", "(?:" + TokenizedText.any() + ")");
    }
}
