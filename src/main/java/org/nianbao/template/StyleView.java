package org.nianbao.template;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nianbao.typography.Length;
import org.nianbao.typography.Typography;

/**
 * How the text of a role is set, as {@code report.css} needs it.
 *
 * @param family the families of the font, as CSS lists them: that of Latin and digits, the real typeface, the shipped files
 * @param size the advance of the style; {@code letter-spacing} would switch off justification in the PDF
 * @param pitch the line height, as CSS writes it
 * @param indent of the first line, as CSS writes it
 */
@TemplateData
public record StyleView(
        String family, Length size, String pitch, Typography.Align align, String indent, Length before, Length after) {

    /** The styles of all roles, by name such as {@code heading-1}. */
    static Map<String, StyleView> all(Typography typography) {
        return Arrays.stream(Typography.TextRole.values())
                .collect(Collectors.toMap(Typography.TextRole::written, role -> of(typography, role)));
    }

    private static StyleView of(Typography typography, Typography.TextRole role) {
        Typography.Style style = typography.style(role);
        return new StyleView(
                families(typography, typography.fontOf(role)),
                style.advance(),
                style.pitch().map(Length::css).orElse("normal"),
                style.align(),
                style.indent() + "em",
                style.before(),
                style.after());
    }

    private static String families(Typography typography, Typography.Font font) {
        Stream<String> shipped = Stream.concat(Stream.of(font.file()), font.fallbacks().stream());
        return Stream.of(
                        typography.latinBeside(font).map(latin -> Typography.Font.familyOf(latin.file())).stream(),
                        font.names().stream(),
                        shipped.map(Typography.Font::familyOf))
                .flatMap(families -> families)
                .map(family -> "\"" + family + "\"")
                .collect(Collectors.joining(", "));
    }
}
