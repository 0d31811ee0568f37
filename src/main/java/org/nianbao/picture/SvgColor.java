package org.nianbao.picture;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A colour in the notations of CSS Color 4 for sRGB, split into an opaque colour and its opacity, which is how SVG 1.1
 * writes it.
 *
 * @param opaque {@code #rrggbb}, or a colour name
 * @param alpha from 0 (transparent) to 1
 */
record SvgColor(String opaque, double alpha) {
    /** The names of CSS Color 3, except the system's. */
    private static final Set<String> NAMES = Set.of(
            ("aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown"
                            + " burlywood cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue"
                            + " darkcyan darkgoldenrod darkgray darkgreen darkgrey darkkhaki darkmagenta darkolivegreen"
                            + " darkorange darkorchid darkred darksalmon darkseagreen darkslateblue darkslategray"
                            + " darkslategrey darkturquoise darkviolet deeppink deepskyblue dimgray dimgrey dodgerblue"
                            + " firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite gold goldenrod gray green"
                            + " greenyellow grey honeydew hotpink indianred indigo ivory khaki lavender lavenderblush"
                            + " lawngreen lemonchiffon lightblue lightcoral lightcyan lightgoldenrodyellow lightgray"
                            + " lightgreen lightgrey lightpink lightsalmon lightseagreen lightskyblue lightslategray"
                            + " lightslategrey lightsteelblue lightyellow lime limegreen linen magenta maroon"
                            + " mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen mediumslateblue"
                            + " mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream mistyrose moccasin"
                            + " navajowhite navy oldlace olive olivedrab orange orangered orchid palegoldenrod palegreen"
                            + " paleturquoise palevioletred papayawhip peachpuff peru pink plum powderblue purple red"
                            + " rosybrown royalblue saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue"
                            + " slateblue slategray slategrey snow springgreen steelblue tan teal thistle tomato turquoise"
                            + " violet wheat white whitesmoke yellow yellowgreen")
                    .split(" "));

    private static final Pattern HEX = Pattern.compile("#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})");
    private static final String NUMBER = "([+-]?(?:[0-9]+(?:\\.[0-9]+)?|\\.[0-9]+))";
    private static final Pattern FUNCTION = Pattern.compile(
            ("(rgb|hsl)a?\\( *N(%|deg|) *[, ] *N(%?) *[, ] *N(%?)" + "(?: *[,/] *N(%?))? *\\)").replace("N", NUMBER));

    /** The colour that CSS writes so; empty if it is none. */
    static Optional<SvgColor> of(String text) {
        String color = text.toLowerCase(Locale.ROOT);
        if (NAMES.contains(color)) {
            return Optional.of(new SvgColor(color, 1));
        }
        if (color.equals("transparent")) {
            return Optional.of(new SvgColor("#000000", 0));
        }
        if (color.equals("rebeccapurple")) {
            return Optional.of(new SvgColor("#663399", 1));
        }
        if (HEX.matcher(color).matches()) {
            return Optional.of(hexadecimal(color));
        }
        Matcher function = FUNCTION.matcher(color);
        return function.matches() ? function(function) : Optional.empty();
    }

    private static SvgColor hexadecimal(String color) {
        String digits =
                color.length() > 5 ? color.substring(1) : color.substring(1).replaceAll("[0-9a-f]", "$0$0");
        return new SvgColor(
                "#" + digits.substring(0, 6),
                digits.length() == 8 ? Integer.parseInt(digits.substring(6), 16) / 255.0 : 1);
    }

    private static Optional<SvgColor> function(Matcher written) {
        double alpha = written.group(8) == null
                ? 1
                : Double.parseDouble(written.group(8)) / (written.group(9).isEmpty() ? 1 : 100);
        List<Double> numbers = List.of(2, 4, 6).stream()
                .map(group -> Double.parseDouble(written.group(group)))
                .toList();
        boolean percent = written.group(7).equals("%") && written.group(5).equals("%");
        if (written.group(1).equals("hsl")) {
            return percent && !written.group(3).equals("%")
                    ? Optional.of(new SvgColor(hue(numbers), limited(alpha)))
                    : Optional.empty();
        }
        boolean consistent =
                written.group(3).equals(written.group(5)) && written.group(5).equals(written.group(7));
        double unit = percent ? 2.55 : 1;
        return consistent
                ? Optional.of(new SvgColor(
                        hexadecimal(numbers.get(0) * unit, numbers.get(1) * unit, numbers.get(2) * unit),
                        limited(alpha)))
                : Optional.empty();
    }

    /** CSS Color 4, 7.1. */
    private static String hue(List<Double> hsl) {
        double light = limited(hsl.get(2) / 100);
        double spread = limited(hsl.get(1) / 100) * Math.min(light, 1 - light);
        double[] channels = new double[3];
        int[] offsets = {0, 8, 4};
        for (int i = 0; i < 3; i++) {
            double k = ((offsets[i] + hsl.get(0) / 30) % 12 + 12) % 12;
            channels[i] = 255 * (light - spread * Math.max(-1, Math.min(Math.min(k - 3, 9 - k), 1)));
        }
        return hexadecimal(channels[0], channels[1], channels[2]);
    }

    private static String hexadecimal(double red, double green, double blue) {
        return String.format(Locale.ROOT, "#%02x%02x%02x", channel(red), channel(green), channel(blue));
    }

    private static int channel(double value) {
        return (int) Math.round(Math.max(0, Math.min(255, value)));
    }

    private static double limited(double share) {
        return Math.max(0, Math.min(1, share));
    }
}
