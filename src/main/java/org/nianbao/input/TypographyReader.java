package org.nianbao.input;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.expression.Expression;
import org.nianbao.typography.Length;
import org.nianbao.typography.Typography;
import org.nianbao.typography.UnicodeRange;

/** Reads a {@code typography.yaml}. */
public final class TypographyReader {
    private static final Length NONE = Length.of("0pt");

    private final MappingReader fields;

    private TypographyReader(MappingReader fields) {
        this.fields = fields;
    }

    /** Reads a file; empty if {@code diagnostics} got an error. */
    public static Optional<Typography> read(Path file, Diagnostics diagnostics) {
        int before = diagnostics.size();
        return YamlFile.template(file, diagnostics)
                .map(root -> new MappingReader(root, diagnostics)
                        .of(
                                root,
                                Set.of("paper", "fonts", "styles"),
                                Set.of("traditional", "latin", "latin-bold", "misdrawn", "composition")))
                .flatMap(of -> new TypographyReader(of).typography())
                .filter(typography -> diagnostics.size() == before);
    }

    private Optional<Typography> typography() {
        Typography.Paper paper = paper();
        Map<String, Typography.Font> fonts = new LinkedHashMap<>();
        fields.open("fonts").forEach((name, item) -> fonts.put(name, font(item)));
        Map<Typography.TextRole, Typography.Style> styles = styles(fonts.keySet());
        Map<String, String> traditional = traditional(fonts.keySet());
        Optional<Typography.LatinFont> latin = fields.value("latin").flatMap(this::latin);
        Optional<Typography.LatinFont> latinBold = fields.value("latin-bold").flatMap(this::latin);
        Map<String, String> misdrawn = new LinkedHashMap<>();
        fields.each("misdrawn", Set.of("file", "characters"), Set.of(), of -> of)
                .forEach(of -> misdrawn.put(
                        of.text("file").orElse(""), of.text("characters").orElse("")));
        return styles.size() < Typography.TextRole.values().length
                ? Optional.empty()
                : Optional.of(
                        new Typography(paper, fonts, styles, traditional, latin, latinBold, misdrawn, composition()));
    }

    private Typography.Paper paper() {
        Set<String> lengths = Set.of("width", "height", "top", "right", "bottom", "left");
        Optional<MappingReader> of = fields.value("paper").map(item -> fields.of(item, lengths, Set.of()));
        Function<String, Length> length =
                name -> of.flatMap(paper -> length(paper, name)).orElse(NONE);
        return new Typography.Paper(
                length.apply("width"),
                length.apply("height"),
                length.apply("top"),
                length.apply("right"),
                length.apply("bottom"),
                length.apply("left"));
    }

    private Typography.Font font(YamlNode item) {
        MappingReader of = fields.of(item, Set.of("file", "fallbacks", "word", "latin", "names"), Set.of("heavy"));
        return new Typography.Font(
                of.text("file").orElse(""),
                of.texts("fallbacks"),
                of.text("word").orElse(""),
                of.text("latin").orElse(""),
                of.texts("names"),
                of.flag("heavy"));
    }

    private Optional<Typography.LatinFont> latin(YamlNode item) {
        MappingReader of = fields.of(item, Set.of("file", "names", "characters"), Set.of());
        return of.parsed("characters", Message.verbatim("U+20-7E, U+A5"), UnicodeRange::parse)
                .map(characters -> new Typography.LatinFont(of.text("file").orElse(""), of.texts("names"), characters));
    }

    private Map<Typography.TextRole, Typography.Style> styles(Set<String> fonts) {
        Map<Typography.TextRole, Typography.Style> styles = new EnumMap<>(Typography.TextRole.class);
        Map<String, Typography.TextRole> roles = new LinkedHashMap<>();
        for (Typography.TextRole role : Typography.TextRole.values()) {
            roles.put(role.written(), role);
        }
        fields.value("styles")
                .map(item -> fields.of(item, roles.keySet(), Set.of()))
                .ifPresent(of -> roles.forEach((name, role) ->
                        of.value(name).ifPresent(item -> styles.put(role, style(item, fonts)))));
        return styles;
    }

    private Typography.Style style(YamlNode item, Set<String> fonts) {
        MappingReader of = fields.of(
                item, Set.of("font", "size", "align"), Set.of("name", "advance", "pitch", "indent", "before", "after"));
        Optional<String> font = of.text("font");
        if (font.isPresent() && !fonts.contains(font.get())) {
            of.wrong("font", MappingReader.oneOf(fonts));
        }
        Length size = length(of, "size").orElse(NONE);
        return new Typography.Style(
                of.text("name"),
                font.orElse(""),
                size,
                length(of, "advance").orElse(size),
                length(of, "pitch"),
                of.oneOf("align", Typography.Align.class).orElse(Typography.Align.LEFT),
                of.matching("indent", Message.verbatim("0 – 9"), "[0-9]", Integer::valueOf)
                        .orElse(0),
                length(of, "before").orElse(NONE),
                length(of, "after").orElse(NONE));
    }

    private Map<String, String> traditional(Set<String> fonts) {
        Map<String, String> traditional = new LinkedHashMap<>();
        fields.open("traditional")
                .forEach((font, item) -> fields.text(item, font).ifPresent(other -> {
                    if (!fonts.containsAll(List.of(font, other))) {
                        fields.wrong(item, font, MappingReader.oneOf(fonts));
                    }
                    traditional.put(font, other);
                }));
        return traditional;
    }

    private Typography.Composition composition() {
        Optional<MappingReader> of = fields.value("composition")
                .map(item -> fields.of(item, Set.of(), Set.of("widow-control", "autospace", "name-parts")));
        Expression parts = of.flatMap(composition -> composition.value("name-parts"))
                .map(item -> fields.expression(item, item.text()))
                .orElseGet(() -> Expression.never(fields.mapping().place()));
        return new Typography.Composition(
                of.map(composition -> composition.flag("widow-control")).orElse(false),
                of.map(composition -> composition.flag("autospace")).orElse(false),
                parts);
    }

    private static Optional<Length> length(MappingReader of, String name) {
        return of.parsed(name, Message.of("a-length"), text -> {
            try {
                return Optional.of(Length.of(text));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        });
    }
}
