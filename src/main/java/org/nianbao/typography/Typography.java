package org.nianbao.typography;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.nianbao.expression.Expression;

/**
 * Measures, fonts and styles of a form's documents, used in style sheets and Word styles.
 *
 * @param fonts by name, in the order of the file; the fallbacks of the first one apply to all
 * @param styles one for each {@link TextRole}
 * @param traditional names of the fonts for Traditional Chinese, by the names of the fonts they replace
 * @param latin prints some characters in place of every font; empty if each font prints its own
 * @param latinBold does so beside a heavy font
 * @param misdrawn the characters that a shipped file draws as other ones, by file
 */
public record Typography(
        Paper paper,
        Map<String, Font> fonts,
        Map<TextRole, Style> styles,
        Map<String, String> traditional,
        Optional<LatinFont> latin,
        Optional<LatinFont> latinBold,
        Map<String, String> misdrawn,
        Composition composition) {
    public Typography {
        misdrawn = Map.copyOf(misdrawn);
        fonts = Collections.unmodifiableMap(new LinkedHashMap<>(fonts));
        styles = Map.copyOf(styles);
        traditional = Map.copyOf(traditional);
        for (TextRole role : TextRole.values()) {
            if (!styles.containsKey(role)) {
                throw new IllegalArgumentException("no style " + role.written());
            }
        }
    }

    /** The role of a text, which determines its style. */
    public enum TextRole {
        TITLE,
        HEADING_1,
        HEADING_2,
        HEADING_3,
        HEADING_4,
        BODY,
        TABLE,
        TABLE_SMALL,
        CAPTION,
        PAGE_NUMBER;

        /** The name in {@code typography.yaml}, for example {@code heading-1}. */
        public String written() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The heading of an official numbering level: 1 for 一、, 2 for （一）, 3 for 1., 4 for （1）. */
        public static TextRole heading(int level) {
            return valueOf("HEADING_" + level);
        }
    }

    /** The size of the paper and its margins (GB/T 9704-2012, 5.2). */
    public record Paper(Length width, Length height, Length top, Length right, Length bottom, Length left) {
        /** The same paper turned to the left, so that the binding edge of a right page is above (GB/T 9704-2012, 7.6). */
        Paper turned() {
            return new Paper(
                    /* width= */ height,
                    /* height= */ width,
                    /* top= */ left,
                    /* right= */ top,
                    /* bottom= */ right,
                    /* left= */ bottom);
        }
    }

    /**
     * How paragraphs are composed.
     *
     * @param widowControl whether no page starts or ends with a single line of a paragraph, as Word's setting of this name has
     *     it
     * @param autospace whether a quarter of an em is added where Chinese meets Latin letters or digits, except in tables
     * @param nameParts matches the parts of an agency's name after which a long name is broken
     */
    public record Composition(boolean widowControl, boolean autospace, Expression nameParts) {}

    /**
     * A font.
     *
     * @param file the shipped font file, in {@code templates/fonts}
     * @param fallbacks shipped files for characters missing from {@code file}, in order
     * @param word the font of Word documents, for example 仿宋_GB2312
     * @param latin the font of Word documents for Latin text and digits
     * @param names all names under which a machine may have the original font, best first
     * @param heavy whether its only weight is heavy
     */
    public record Font(
            String file, List<String> fallbacks, String word, String latin, List<String> names, boolean heavy) {
        public Font {
            fallbacks = List.copyOf(fallbacks);
            names = List.copyOf(names);
        }

        /** The family name of a shipped file in style sheets: its name without extension. */
        public static String familyOf(String file) {
            return file.replaceFirst("\\.[A-Za-z]+$", "");
        }
    }

    /**
     * The font of Latin letters and digits.
     *
     * @param file the shipped font file, in {@code templates/fonts}
     * @param names all names under which a machine may have the original font, best first
     * @param characters that it prints; all others, even “ and —, are printed by the Chinese fonts
     */
    public record LatinFont(String file, List<String> names, UnicodeRange characters) {
        public LatinFont {
            names = List.copyOf(names);
        }
    }

    /** The alignment of a paragraph. */
    public enum Align {
        LEFT,
        CENTER,
        RIGHT,
        JUSTIFY
    }

    /**
     * The style of one role.
     *
     * @param name in Word's list of styles; empty for the name of Word's built-in style
     * @param font a key of {@link Typography#fonts()}
     * @param size of the font
     * @param advance from one full-width character to the next; {@code size} unless they are set closer
     * @param pitch from line to line, exact; empty for that of the font
     * @param indent of the first line, in characters
     * @param before space above the paragraph
     * @param after space below the paragraph
     */
    public record Style(
            Optional<String> name,
            String font,
            Length size,
            Length advance,
            Optional<Length> pitch,
            Align align,
            int indent,
            Length before,
            Length after) {
        /** From line to line, in points; an estimate if the font decides. */
        double height() {
            return points(pitch.orElse(size)) * (pitch.isPresent() ? 1 : 1.3);
        }

        private Style withFont(String other) {
            return new Style(name, other, size, advance, pitch, align, indent, before, after);
        }
    }

    /** The same measures with the fonts for Traditional Chinese. */
    public Typography ofTraditional() {
        Map<TextRole, Style> styles = new EnumMap<>(TextRole.class);
        this.styles.forEach((role, style) ->
                styles.put(role, style.withFont(traditional.getOrDefault(style.font(), style.font()))));
        return new Typography(paper, fonts, styles, traditional, latin, latinBold, misdrawn, composition);
    }

    /** The same typography on paper turned to the left. */
    public Typography landscape() {
        return new Typography(paper.turned(), fonts, styles, traditional, latin, latinBold, misdrawn, composition);
    }

    /** The names of the fonts used by styles, sorted. */
    public SortedSet<String> fontsInUse() {
        return styles.values().stream().map(Style::font).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The number of full-width characters of a style that fit on a line. */
    public double charactersOn(TextRole role) {
        return textWidth() / style(role).advance().points().doubleValue();
    }

    /**
     * The greatest height of a picture that fits a page with its caption, in points; at least one line of body text is left
     * for the space around them.
     *
     * @param caption empty if the picture has none
     */
    public double pictureHeight(String caption) {
        Style line = style(TextRole.CAPTION);
        double perLine = Math.floor(textWidth() / line.size().points().doubleValue());
        double captionHeight = Math.ceil(caption.length() / perLine) * line.height()
                + (caption.isEmpty() ? 0 : points(line.before()) + points(line.after()));
        return textHeight() - captionHeight - style(TextRole.BODY).height();
    }

    /** The height of the text block, in points. */
    public double textHeight() {
        return points(paper.height()) - points(paper.top()) - points(paper.bottom());
    }

    /** The width of the text block, in points. */
    public double textWidth() {
        return points(paper.width()) - points(paper.left()) - points(paper.right());
    }

    private static double points(Length length) {
        return length.points().doubleValue();
    }

    public Font fontOf(TextRole role) {
        return font(style(role).font());
    }

    /** The font of Latin letters and digits beside a font. */
    public Optional<LatinFont> latinBeside(Font font) {
        return font.heavy() ? latinBold.or(() -> latin) : latin;
    }

    /** The font with that key of {@link #fonts()}. */
    public Font font(String name) {
        return Objects.requireNonNull(fonts.get(name));
    }

    public Style style(TextRole role) {
        return Objects.requireNonNull(styles.get(role));
    }
}
