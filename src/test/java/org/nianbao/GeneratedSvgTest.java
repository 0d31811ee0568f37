package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SVG pictures of elements, attributes and values that are right, odd or wrong, many in one report. A picture that
 * {@code check} refuses is named and left out; with all others, every format must be written.
 */
@DisplayName("An SVG that check passes is drawn in every format")
class GeneratedSvgTest {
    /** Pictures of a report; fewer than the limit of problems that a list shows. */
    private static final int PICTURES = 90;

    private static final List<String> SHAPES =
            List.of("rect", "circle", "ellipse", "line", "polyline", "polygon", "path", "text", "use", "g");

    private static final List<String> DEFINITIONS = List.of(
            "linearGradient",
            "radialGradient",
            "pattern",
            "clipPath",
            "mask",
            "marker",
            "symbol",
            "g",
            "style",
            "filter");

    private static final List<String> LENGTHS = List.of(
            "0", "1", "7.5", "-3", "40", "100", "50%", "5mm", "2em", "1e2", "1e9", "px", "", "auto", ".5", "3pt");

    private static final List<String> PAINTS = List.of(
            "red",
            "none",
            "#36c",
            "#ff8000",
            "#ff000080",
            "#f008",
            "rgb(1,2,3)",
            "rgba(200, 10, 10, 0.4)",
            "rgb(10 20 30 / 50%)",
            "hsl(90, 50%, 50%)",
            "currentColor",
            "transparent",
            "inherit",
            "url(#a)",
            "url(#b) red",
            "url(#zz)",
            "nocolor",
            "#12",
            "");

    private static final List<String> PATHS = List.of(
            "M10 10L90 90",
            "M10,80 Q50 0 90 80 T 100 100z",
            "M0 0h50v50h-50z",
            "m5 5a10 10 0 0130 10",
            "M0 0 C 1 2",
            "L5 5",
            "",
            "M 1e3 1 l 5",
            "none");

    private static final List<String> TRANSFORMS = List.of(
            "translate(10 20)",
            "rotate(30 50 50) scale(.5)",
            "scale(0)",
            "matrix(1 0 0 1 5 5)",
            "rotate(45deg)",
            "skewX(90)",
            "foo(1)",
            "scale(1e9)");

    private static final List<String> WORDS =
            List.of("申请", "答复 20 日", "ABC", "龘", "𠮷", "\uD80C\uDC00", "é", "①", " ", "&#10;", "x&lt;y", "（1）");

    private static final TreeMap<String, List<String>> VALUES = new TreeMap<>();

    static {
        for (String name : "x y x1 y1 x2 y2 cx cy r rx ry width height refX markerWidth fx dx".split(" ", -1)) {
            VALUES.put(name, LENGTHS);
        }
        for (String name : List.of("fill", "stroke", "stop-color", "color")) {
            VALUES.put(name, PAINTS);
        }
        for (String name : List.of("opacity", "fill-opacity", "stroke-opacity", "offset", "stop-opacity")) {
            VALUES.put(name, List.of("0", ".5", "1", "50%", "-1", "2", "half", ""));
        }
        for (String name : List.of("clip-path", "mask", "marker-end", "marker", "filter")) {
            VALUES.put(name, List.of("none", "url(#a)", "url(#b)", "url('#c')", "url(#zz)", "circle(5)"));
        }
        for (String name : List.of("transform", "gradientTransform", "patternTransform")) {
            VALUES.put(name, TRANSFORMS);
        }
        for (String name :
                List.of("gradientUnits", "patternUnits", "clipPathUnits", "maskContentUnits", "markerUnits")) {
            VALUES.put(name, List.of("userSpaceOnUse", "objectBoundingBox", "strokeWidth", "x"));
        }
        VALUES.put("d", PATHS);
        VALUES.put("points", List.of("1,2 30,40 50 9", "1", "", "a b", "0,0 1e3,5"));
        VALUES.put("stroke-width", List.of("1", "0", "-1", "9px", "5%", ".1", "thick"));
        VALUES.put("stroke-dasharray", List.of("none", "5", "5 3,2", "0 0", "-1 2", "1e-7", "5%", "x"));
        VALUES.put("stroke-linejoin", List.of("round", "miter", "bevel", "arcs", "ROUND"));
        VALUES.put("stroke-miterlimit", List.of("4", "1", "0", "-2", "x"));
        VALUES.put("spreadMethod", List.of("pad", "reflect", "repeat"));
        VALUES.put("viewBox", List.of("0 0 10 10", "0 0 0 0", "0 0 -5 5", "a", "0,0,50,50"));
        VALUES.put("preserveAspectRatio", List.of("none", "xMidYMid slice", "xMinYMax meet", "middle"));
        VALUES.put("href", List.of("#a", "#b", "#c", "#a", "#b", "#zz", "http://localhost/a.svg"));
        VALUES.put("orient", List.of("auto", "45", "auto-start-reverse", "up"));
        VALUES.put("text-anchor", List.of("middle", "end", "start", "centre"));
        VALUES.put("font-size", List.of("12", "5mm", "2em", "large", "0", "-4", "150%", "huge"));
        VALUES.put("font-family", List.of("SimHei", "KaiTi, serif", "'Nothing here'", "宋体", ""));
        VALUES.put("font-weight", List.of("bold", "700", "normal", "bolder", "heavy"));
        VALUES.put("font-style", List.of("italic", "normal", "slanted"));
        VALUES.put("font", List.of("bold 12px SimHei", "12px", "caption", "italic 2em/1 KaiTi"));
        VALUES.put("letter-spacing", List.of("2", "normal", ".1em", "wide"));
        VALUES.put("baseline-shift", List.of("sub", "super", "3", "up"));
        VALUES.put("dominant-baseline", List.of("middle", "central", "hanging", "auto", "x"));
        VALUES.put("text-decoration", List.of("underline", "line-through", "none", "wavy"));
        VALUES.put("textLength", List.of("80", "0", "-5", "5em"));
        VALUES.put("rotate", List.of("30", "0 10 20", "auto", "x"));
        VALUES.put("writing-mode", List.of("lr-tb", "tb", "vertical-rl"));
        VALUES.put("display", List.of("none", "inline", "block", "x"));
        VALUES.put("visibility", List.of("hidden", "visible", "x"));
        VALUES.put("overflow", List.of("hidden", "visible", "x"));
        VALUES.put("mix-blend-mode", List.of("normal", "multiply"));
        VALUES.put("paint-order", List.of("stroke", "normal"));
        VALUES.put("data-name", List.of("a", "<b>".replace("<", "&lt;")));
        VALUES.put("systemLanguage", List.of("zh"));
        VALUES.put("class", List.of("k", "k m", ""));
    }

    private static final List<String> NAMES = List.copyOf(VALUES.keySet());

    private Workplace place;

    @Test
    void generatedPictures(@TempDir Path folder) {
        place = new Workplace(folder);
        IntStream.range(1, 3).forEach(this::everyFormatIsWritten);
    }

    @Test
    @Tag("slow")
    void thousandsOfPictures(@TempDir Path folder) {
        place = new Workplace(folder);
        IntStream.range(3, 28).forEach(this::everyFormatIsWritten);
    }

    private void everyFormatIsWritten(int seed) {
        Random random = new Random(seed);
        Set<Integer> all = new TreeSet<>();
        for (int number = 0; number < PICTURES; number++) {
            place.write("in/" + number + ".svg", picture(random));
            all.add(number);
        }
        write(all);
        Workplace.Run check = place.nianbao("check", "in/a.yaml", "--all");
        assertTrue(check.status() <= 1, () -> "seed " + seed + ": " + check.err());
        Set<Integer> refused = Pattern.compile(
                        "(?m)^in/a\\.yaml:[0-9]+:3: error picture-[a-z-]+: [^\\n]*?“([0-9]+)\\.svg”")
                .matcher(check.out())
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .collect(Collectors.toSet());
        assertEquals(
                Pattern.compile("error [a-z-]+:").matcher(check.out()).results().count(), refused.size(), check.out());
        assertTrue(refused.size() > PICTURES / 5 && refused.size() < PICTURES * 9 / 10, "refused: " + refused.size());
        all.removeAll(refused);
        write(all);
        Workplace.Run run = place.nianbao("render", "in/a.yaml", "--format", "html,pdf,docx,ofd", "--force");
        assertEquals(0, run.status(), () -> "seed " + seed + ": " + faults(run.err()));
        for (String format : List.of("html", "pdf", "docx", "ofd")) {
            assertTrue(Files.exists(place.at("output/a." + format)), format);
        }
        assertFalse(place.read("output/a.html").contains("<text"), "text is drawn as outlines");
    }

    private static String faults(String said) {
        return Pattern.compile("(?m)^.*(?:error|Bug|Caused by|\\tat org.apache.batik).*")
                .matcher(said)
                .results()
                .map(MatchResult::group)
                .limit(12)
                .collect(Collectors.joining("\n"));
    }

    private void write(Set<Integer> pictures) {
        place.write(
                "in/a.yaml",
                SmallReport.of("某县", 2021)
                        .overall(pictures.stream()
                                .map(number -> "![图" + number + "](" + number + ".svg)")
                                .collect(Collectors.joining("\n")))
                        .toString());
    }

    private static String picture(Random random) {
        StringBuilder out = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 100\">");
        for (int i = random.nextInt(4); i > 0; i--) {
            definition(random, "abc".substring(i - 1, i), out);
        }
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            shape(random, 0, out);
        }
        return out.append("</svg>").toString();
    }

    private static void definition(Random random, String id, StringBuilder out) {
        String element = pick(DEFINITIONS, random);
        if (element.equals("style")) {
            out.append("<style>.k{").append(pick(List.of("fill", "stroke", "opacity", "font-size", "d"), random));
            String name = NAMES.get(random.nextInt(NAMES.size()));
            out.append(":red}*{")
                    .append(name)
                    .append(':')
                    .append(pick(VALUES.get(name), random))
                    .append("}</style>");
            return;
        }
        out.append('<').append(element).append(" id=\"").append(id).append('"');
        attributes(random, 1, out);
        out.append('>');
        if (element.endsWith("Gradient")) {
            out.append("<stop offset=\"0\" stop-color=\"")
                    .append(pick(PAINTS, random))
                    .append("\"/><stop offset=\"1\"/>");
        } else {
            shape(random, 1, out);
        }
        out.append("</").append(element).append('>');
    }

    private static void shape(Random random, int depth, StringBuilder out) {
        String element = SHAPES.get(random.nextInt(SHAPES.size()));
        out.append('<').append(element).append(sound(element));
        attributes(random, 2, out);
        out.append('>');
        if (element.equals("text")) {
            out.append(pick(WORDS, random)).append("<tspan");
            attributes(random, 1, out);
            out.append('>').append(pick(WORDS, random)).append("</tspan>");
        } else if (element.equals("g") && depth < 3) {
            shape(random, depth + 1, out);
        }
        out.append("</").append(element).append('>');
    }

    /** Attributes with which the element is drawn. */
    private static String sound(String element) {
        return switch (element) {
            case "rect" -> " width=\"50\" height=\"30\"";
            case "circle" -> " r=\"20\"";
            case "path" -> " d=\"M10 10h40v40z\"";
            case "use" -> " href=\"#a\"";
            case "line" -> " x2=\"50\" y2=\"50\" stroke=\"#333\"";
            default -> "";
        };
    }

    private static void attributes(Random random, int most, StringBuilder out) {
        String so = out.substring(out.lastIndexOf("<"));
        Set<String> used = new TreeSet<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            String name = NAMES.get(random.nextInt(NAMES.size()));
            if (used.add(name) && !so.contains(" " + name + "=")) {
                String value = pick(VALUES.get(name), random);
                boolean style = random.nextInt(4) == 0 && used.add("style");
                out.append(style ? " style=\"" + name + ":" : " " + name + "=\"");
                out.append(value).append('"');
            }
        }
    }

    /** One of a list, the first ones, which are right, more often. */
    private static <T> T pick(List<T> list, Random random) {
        double share = random.nextDouble();
        return list.get((int) (list.size() * share * share));
    }
}
