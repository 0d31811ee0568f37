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

/**
 * Every measure of the documents, from which both the style sheet and the Word styles are made.
 *
 * @param paper the sheet and its margins
 * @param fonts by the name that styles call them, in the order of the file, for all fall back on what the first falls back on
 * @param styles one for each {@link TextRole}
 * @param traditional the fonts that take the place of others in Traditional Chinese, by the name of the other
 */
public record Typography(
        Paper paper, Map<String, Font> fonts, Map<TextRole, Style> styles, Map<String, String> traditional) {
    public Typography {
        fonts = Collections.unmodifiableMap(new LinkedHashMap<>(fonts));
        styles = Map.copyOf(styles);
        traditional = Map.copyOf(traditional);
        for (TextRole role : TextRole.values()) {
            if (!styles.containsKey(role)) {
                throw new IllegalArgumentException(role.written());
            }
        }
    }

    /** What a stretch of text is, and so how it is set. */
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

    /** The sheet: width, height and the four margins around the text block (GB/T 9704-2012, 5.2). */
    public record Paper(Length width, Length height, Length top, Length right, Length bottom, Length left) {}

    /**
     * A typeface by its official role.
     *
     * @param file the shipped font file, in {@code templates/fonts}
     * @param fallbacks shipped files to take a character from that {@code file} lacks, in order
     * @param word the name that Word documents ask for, for example 仿宋_GB2312
     * @param latin the name that Word documents ask for in Latin text and digits
     * @param names all names under which a machine may have the real typeface, the best first
     */
    public record Font(String file, List<String> fallbacks, String word, String latin, List<String> names) {
        public Font {
            fallbacks = List.copyOf(fallbacks);
            names = List.copyOf(names);
        }

        /** The family that style sheets call a shipped file: its name without the ending. */
        public static String familyOf(String file) {
            return file.replaceFirst("\\.[A-Za-z]+$", "");
        }
    }

    /** Where the lines of a paragraph stand. */
    public enum Align {
        LEFT,
        CENTER,
        RIGHT,
        JUSTIFY
    }

    /**
     * How one role is set.
     *
     * @param name what Word shows in its list of styles; built-in styles keep Word's own
     * @param font a key of {@link Typography#fonts()}
     * @param size of the font
     * @param advance from one full-width character to the next; {@code size} unless characters are set closer
     * @param pitch from line to line, exact; empty lets the font decide
     * @param align of the lines
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
        private Style in(String other) {
            return new Style(name, other, size, advance, pitch, align, indent, before, after);
        }
    }

    /** The same measures for a page in Traditional Chinese. */
    public Typography ofTraditional() {
        Map<TextRole, Style> styles = new EnumMap<>(TextRole.class);
        this.styles.forEach(
                (role, style) -> styles.put(role, style.in(traditional.getOrDefault(style.font(), style.font()))));
        return new Typography(paper, fonts, styles, traditional);
    }

    /** The names of the fonts that some style is set in, sorted. */
    public SortedSet<String> fontsInUse() {
        return styles.values().stream().map(Style::font).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The typeface of a role. */
    public Font fontOf(TextRole role) {
        return Objects.requireNonNull(fonts.get(style(role).font()));
    }

    /** The style of a role. */
    public Style style(TextRole role) {
        return Objects.requireNonNull(styles.get(role));
    }
}
