package org.nianbao.input;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.typography.Length;
import org.nianbao.typography.Typography;

/** Reads a {@code typography.yaml}. */
public final class TypographyReader {
    private static final Length NONE = Length.of("0pt");

    private final Diagnostics diagnostics;
    private final MappingReader fields;

    private TypographyReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.fields = new MappingReader(diagnostics);
    }

    /**
     * Reads a file.
     *
     * @param diagnostics gets whatever is wrong with it
     * @return the measures, or nothing where something is wrong
     */
    public static Optional<Typography> read(Path file, Diagnostics diagnostics) {
        int before = diagnostics.size();
        return YamlFile.read(file, file.toString(), diagnostics)
                .flatMap(source -> YamlFile.ofTemplate(source).mapping(diagnostics))
                .flatMap(root -> new TypographyReader(diagnostics).typography(root, before));
    }

    private Optional<Typography> typography(YamlNode root, int before) {
        Map<String, YamlNode> parts = fields.of(root, Set.of("paper", "fonts", "styles"), Set.of("traditional"));
        Optional<Typography.Paper> paper =
                Optional.ofNullable(parts.get("paper")).map(this::paper);
        Map<String, Typography.Font> fonts = new LinkedHashMap<>();
        fields.open(parts, "fonts").forEach((name, item) -> fonts.put(name, font(item)));
        Map<Typography.TextRole, Typography.Style> styles = new EnumMap<>(Typography.TextRole.class);
        Set<String> roles = new TreeSet<>();
        for (Typography.TextRole role : Typography.TextRole.values()) {
            roles.add(role.written());
        }
        if (parts.containsKey("styles")) {
            Map<String, YamlNode> written = fields.of(parts.get("styles"), roles, Set.of());
            for (Typography.TextRole role : Typography.TextRole.values()) {
                YamlNode item = written.get(role.written());
                if (item != null) {
                    styles.put(role, style(item, fonts.keySet()));
                }
            }
        }
        Map<String, String> traditional = traditional(parts, fonts.keySet());
        return diagnostics.size() > before || paper.isEmpty()
                ? Optional.empty()
                : Optional.of(new Typography(paper.get(), fonts, styles, traditional));
    }

    private Map<String, String> traditional(Map<String, YamlNode> parts, Set<String> fonts) {
        Map<String, String> traditional = new LinkedHashMap<>();
        Map<String, YamlNode> written = fields.open(parts, "traditional");
        written.keySet()
                .forEach(font -> fields.text(written, font).ifPresent(other -> {
                    if (!fonts.containsAll(List.of(font, other))) {
                        fields.wrong(written, font, Message.verbatim(String.join(" / ", fonts)));
                    }
                    traditional.put(font, other);
                }));
        return traditional;
    }

    private Typography.Paper paper(YamlNode item) {
        Map<String, YamlNode> of =
                fields.of(item, Set.of("width", "height", "top", "right", "bottom", "left"), Set.of());
        return new Typography.Paper(
                length(of, "width").orElse(NONE),
                length(of, "height").orElse(NONE),
                length(of, "top").orElse(NONE),
                length(of, "right").orElse(NONE),
                length(of, "bottom").orElse(NONE),
                length(of, "left").orElse(NONE));
    }

    private Typography.Font font(YamlNode item) {
        Map<String, YamlNode> of = fields.of(item, Set.of("file", "fallbacks", "word", "latin", "names"), Set.of());
        return new Typography.Font(
                fields.text(of, "file").orElse(""),
                fields.texts(of, "fallbacks"),
                fields.text(of, "word").orElse(""),
                fields.text(of, "latin").orElse(""),
                fields.texts(of, "names"));
    }

    private Typography.Style style(YamlNode item, Set<String> fonts) {
        Map<String, YamlNode> of = fields.of(
                item, Set.of("font", "size", "align"), Set.of("name", "advance", "pitch", "indent", "before", "after"));
        Optional<String> font = fields.text(of, "font");
        if (font.isPresent() && !fonts.contains(font.get())) {
            fields.wrong(of, "font", Message.verbatim(String.join(" / ", fonts)));
        }
        Length size = length(of, "size").orElse(NONE);
        return new Typography.Style(
                fields.text(of, "name"),
                font.orElse(""),
                size,
                length(of, "advance").orElse(size),
                length(of, "pitch"),
                fields.oneOf(of, "align", Typography.Align.class).orElse(Typography.Align.LEFT),
                indent(of),
                length(of, "before").orElse(NONE),
                length(of, "after").orElse(NONE));
    }

    private int indent(Map<String, YamlNode> of) {
        return fields.text(of, "indent")
                .map(text -> {
                    if (text.matches("[0-9]")) {
                        return Integer.parseInt(text);
                    }
                    fields.wrong(of, "indent", Message.verbatim("0 – 9"));
                    return 0;
                })
                .orElse(0);
    }

    private Optional<Length> length(Map<String, YamlNode> of, String name) {
        return fields.text(of, name).flatMap(text -> {
            try {
                return Optional.of(Length.of(text));
            } catch (IllegalArgumentException notALength) {
                fields.wrong(of, name, Message.of("a-length"));
                return Optional.empty();
            }
        });
    }
}
