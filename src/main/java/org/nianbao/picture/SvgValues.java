package org.nianbao.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks the values of attributes and properties, by {@code svg.properties}, and writes them as SVG 1.1 does: lengths in
 * pixels, colours with an opacity of their own.
 */
final class SvgValues {
    private static final Properties KINDS = kinds();

    private static final String NUMBER = "[+-]?(?:[0-9]+(?:\\.[0-9]+)?|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,2})?";
    private static final Pattern LENGTH = Pattern.compile("(" + NUMBER + ")(px|pt|pc|mm|cm|in|%|em|)");
    private static final Pattern SHARE = Pattern.compile("(" + NUMBER + ")(%?)");
    private static final Pattern REFERENCE = Pattern.compile("url\\( *(['\"]?)#([^'\")\\s]+)\\1 *\\)");
    private static final Pattern FONT =
            Pattern.compile("((?:[a-zA-Z0-9-]+ +)*?)((?:[0-9.]+)(?:px|pt|pc|mm|cm|in|%|em))(?: */ *[^ ]+)? +(.+)");
    private static final Pattern SEPARATOR = Pattern.compile("[ ,]+");

    /** In CSS pixels; numbers beyond it have no place in a picture. */
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000);

    /** In CSS pixels, of all dashes and gaps before they repeat; each is drawn for itself. */
    private static final double SHORTEST_DASHES = 0.05;

    private static final Map<String, String> OPACITIES =
            Map.of("fill", "fill-opacity", "stroke", "stroke-opacity", "stop-color", "stop-opacity");

    private final UnaryOperator<String> family;
    private final Set<String> translucent;
    private final Set<String> found = new TreeSet<>();

    /**
     * @param family the typeface for a list of font families
     * @param translucent colour properties that have colours with opacity somewhere in the picture
     */
    SvgValues(UnaryOperator<String> family, Set<String> translucent) {
        this.family = family;
        this.translucent = translucent;
    }

    /** A value is wrong, or not every format draws it. */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1;
        private final boolean known;

        Unusable(String name, String value, boolean known) {
            super(name + "=\"" + (value.length() > 40 ? value.substring(0, 40) + "…" : value) + "\"");
            this.known = known;
        }

        /** Whether it is right in SVG, but not every format draws it. */
        boolean isKnown() {
            return known;
        }
    }

    private static Properties kinds() {
        Properties kinds = new Properties();
        try (InputStream in = Objects.requireNonNull(SvgValues.class.getResourceAsStream("svg.properties"))) {
            kinds.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return kinds;
    }

    /** The factor of a unit: its size in CSS pixels. */
    static Optional<Double> pixels(String unit) {
        return Optional.ofNullable(
                Map.of("", 1.0, "px", 1.0, "pt", 96 / 72.0, "pc", 16.0, "mm", 96 / 25.4, "cm", 96 / 2.54, "in", 96.0)
                        .get(unit));
    }

    /** The colour properties that had colours with opacity. */
    Set<String> found() {
        return found;
    }

    static boolean isProperty(String name) {
        return KINDS.containsKey(name);
    }

    /** Checks an attribute that is no property; empty if it is left out. */
    Optional<String> attribute(String element, String name, String value) throws Unusable {
        String kind = KINDS.getProperty(("text tspan".contains(element) ? ".text." : ".") + name);
        String any = kind != null ? kind : KINDS.getProperty("." + name);
        return any == null ? Optional.empty() : value(any, name, value);
    }

    /** Checks the properties of an element or of a rule, in their order. */
    Map<String, String> properties(Map<String, String> written) throws Unusable {
        Map<String, String> checked = new LinkedHashMap<>();
        for (Map.Entry<String, String> one : written.entrySet()) {
            String name = one.getKey();
            String text = one.getValue().strip().replaceAll("\\s+", " ");
            if (text.contains("!")
                    || text.matches("(?i)initial|unset|revert|revert-layer|.*\\b(?:var|calc|env)\\(.*")) {
                throw new Unusable(name, text, true);
            }
            if (KINDS.containsKey("." + name) && !text.matches("none|auto")) {
                throw new Unusable(name, text, true); // geometry by style sheet
            }
            if (!isProperty(name)) {
                continue;
            }
            if (text.equalsIgnoreCase("inherit")) {
                checked.put(name, "inherit");
            } else if (KINDS.getProperty(name).equals("font")) {
                checked.putAll(properties(font(text)));
            } else {
                value(KINDS.getProperty(name), name, text).ifPresent(value -> checked.put(name, value));
            }
        }
        for (String color : OPACITIES.keySet()) {
            opacity(color, written, checked);
        }
        return checked;
    }

    /** Moves a colour's opacity into its own property. Every colour then needs one, since it is inherited. */
    private void opacity(String color, Map<String, String> written, Map<String, String> checked) throws Unusable {
        String name = Objects.requireNonNull(OPACITIES.get(color));
        String own = checked.get(name);
        String paint = written.get(color);
        Optional<SvgColor> parsed = Optional.ofNullable(paint)
                .filter(text -> !"none".equals(checked.get(color)))
                .flatMap(text -> SvgColor.of(text.strip()));
        if (parsed.filter(one -> one.alpha() < 1).isPresent()) {
            found.add(color);
        }
        if (!translucent.contains(color) || (paint == null && own == null)) {
            return;
        }
        boolean inherits = "inherit".equals(checked.get(color));
        if (paint == null || "inherit".equals(own) || (inherits && own != null)) {
            throw new Unusable(name, String.valueOf(written.get(name)), true);
        }
        double product = parsed.map(SvgColor::alpha).orElse(1.0) * (own == null ? 1 : Double.parseDouble(own));
        checked.put(name, inherits ? "inherit" : plain(BigDecimal.valueOf(product)));
    }

    private Optional<String> value(String kind, String name, String text) throws Unusable {
        if (kind.startsWith("=")) {
            if (List.of(kind.substring(1).split("\\|", -1)).contains(text.toLowerCase(Locale.ROOT))) {
                return Optional.empty();
            }
            throw new Unusable(name, text, true);
        }
        if (kind.contains("|")) {
            String word = words(kind, text);
            if (word == null) {
                throw new Unusable(name, text, false);
            }
            return Optional.of(word);
        }
        return Optional.of(
                switch (kind) {
                    case "length" -> length(name, text, false, false);
                    case "size" -> length(name, text, true, false);
                    case "emlength" -> length(name, text, false, true);
                    case "emsize" -> fontSize(name, text);
                    case "emlengths" -> lengths(name, text, false, true);
                    case "dashes" -> dashes(name, text);
                    case "opacity" -> share(name, text);
                    case "spacing" -> text.equals("normal") ? text : length(name, text, false, true);
                    case "shift" -> text.matches("baseline|sub|super") ? text : length(name, text, false, true);
                    case "paint" -> paint(name, text);
                    case "color", "opaque" -> color(name, text, kind.equals("opaque"));
                    case "reference" -> text.equals("none") ? text : reference(name, text);
                    case "display" -> text.equals("none") ? "none" : "inline";
                    case "family" -> "'" + family.apply(text) + "'";
                    case "other" -> text;
                    default -> throw new IllegalStateException(kind);
                });
    }

    private static @Nullable String words(String kind, String text) {
        for (String word : kind.split("\\|", -1)) {
            if (word.equalsIgnoreCase(text)) {
                return word;
            }
        }
        return null;
    }

    private static String length(String name, String text, boolean positive, boolean em) throws Unusable {
        Matcher length = LENGTH.matcher(text);
        if (!length.matches()) {
            throw new Unusable(name, text, text.matches(NUMBER + "(?:em|ex|rem|ch|v[wh]|vmin|vmax|q|Q)"));
        }
        String unit = length.group(2);
        if (unit.equals("em") && !em) {
            throw new Unusable(name, text, true);
        }
        BigDecimal number = new BigDecimal(length.group(1));
        if ((positive && number.signum() < 0) || number.abs().compareTo(LARGEST) > 0) {
            throw new Unusable(name, text, false);
        }
        return unit.equals("em") || unit.equals("%")
                ? plain(number) + unit
                : plain(number.multiply(BigDecimal.valueOf(pixels(unit).orElseThrow())));
    }

    private static String plain(BigDecimal number) {
        BigDecimal rounded = number.setScale(6, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    private static String lengths(String name, String text, boolean positive, boolean em) throws Unusable {
        List<String> all = new ArrayList<>();
        for (String one : SEPARATOR.split(text, -1)) {
            all.add(length(name, one, positive, em));
        }
        return String.join(" ", all);
    }

    private static String fontSize(String name, String text) throws Unusable {
        return text.matches("(?:xx?-)?(?:small|large)|medium|smaller|larger") ? text : length(name, text, true, true);
    }

    /** Dashes without length are a solid line in SVG, and an error to the drawing library. */
    private static String dashes(String name, String text) throws Unusable {
        if (text.equals("none")) {
            return text;
        }
        String dashes = lengths(name, text, true, false).replace(" ", ", ");
        if (dashes.matches("(?:0%?(?:, )?)+")) {
            return "none";
        }
        double sum = Arrays.stream(dashes.split("%?, |%", -1))
                .filter(dash -> !dash.isEmpty())
                .mapToDouble(Double::parseDouble)
                .sum();
        if (sum < SHORTEST_DASHES) {
            throw new Unusable(name, text, true);
        }
        return dashes;
    }

    private static String share(String name, String text) throws Unusable {
        Matcher share = SHARE.matcher(text);
        if (!share.matches()) {
            throw new Unusable(name, text, false);
        }
        BigDecimal number =
                new BigDecimal(share.group(1)).movePointLeft(share.group(2).isEmpty() ? 0 : 2);
        return plain(number.max(BigDecimal.ZERO).min(BigDecimal.ONE));
    }

    /** A fallback after a reference is left out, since references that lead nowhere are rejected. */
    private static String paint(String name, String text) throws Unusable {
        Matcher reference = REFERENCE.matcher(text);
        if (reference.lookingAt()) {
            return "url(#" + reference.group(2) + ")";
        }
        return text.equals("none") || text.equals("transparent") ? "none" : color(name, text, false);
    }

    private static String color(String name, String text, boolean opaque) throws Unusable {
        if (text.equalsIgnoreCase("currentColor") && !opaque) {
            return "currentColor";
        }
        Optional<SvgColor> color = SvgColor.of(text);
        if (color.isEmpty() || (opaque && color.get().alpha() < 1)) {
            throw new Unusable(name, text, color.isPresent() || text.matches("[a-z-]+\\(.*|context-.*"));
        }
        return color.get().opaque();
    }

    private static String reference(String name, String text) throws Unusable {
        Matcher reference = REFERENCE.matcher(text);
        if (!reference.matches()) {
            throw new Unusable(name, text, true);
        }
        return "url(#" + reference.group(2) + ")";
    }

    /** The parts of a {@code font}. */
    private static Map<String, String> font(String text) throws Unusable {
        Matcher font = FONT.matcher(text);
        if (!font.matches()) {
            throw new Unusable("font", text, true);
        }
        Map<String, String> parts = new LinkedHashMap<>(Map.of("font-style", "normal", "font-weight", "normal"));
        for (String word : font.group(1).strip().split(" +", -1)) {
            if (word.matches("italic|oblique")) {
                parts.put("font-style", word);
            } else if (word.matches("bold|bolder|lighter|[1-9]00")) {
                parts.put("font-weight", word);
            } else if (!word.isEmpty() && !word.equals("normal")) {
                throw new Unusable("font", text, true);
            }
        }
        parts.put("font-size", font.group(2));
        parts.put("font-family", font.group(3));
        return parts;
    }
}
