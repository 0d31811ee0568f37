package org.nianbao.safety;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.nianbao.SmallReport;
import org.nianbao.Workplace;

/** Inputs that are made to take all time or all memory. Each writes {@code in/NAME.yaml}, and files beside it. */
final class HostileInputs {
    /** In bytes: an input may have this, and not one more. */
    private static final int LONGEST = 256 * 1024 - 2000;

    private final Map<String, Kind> kinds = new LinkedHashMap<>();

    /** Writes an input. */
    interface Kind {
        void write(Workplace place, String name) throws IOException;
    }

    private HostileInputs() {
        prose();
        tables();
        yaml();
        rules();
        svgs();
        bitmaps();
    }

    /** All kinds by their names. */
    static Map<String, Kind> all() {
        return new HostileInputs().kinds;
    }

    private static void write(Workplace place, String name, SmallReport report) {
        place.write("in/" + name + ".yaml", report.toString());
    }

    private void prose(String name, String one) {
        prose(name, one, LONGEST);
    }

    /** Prose made of one part, in lines as long as a line may be. */
    private void prose(String name, String one, int length) {
        int line = Math.max(1, 19_000 / one.length());
        int all = length / one.getBytes(StandardCharsets.UTF_8).length;
        String text = IntStream.iterate(all, left -> left > 0, left -> left - line)
                .mapToObj(left -> one.repeat(Math.min(left, line)))
                .collect(Collectors.joining("\n"));
        kinds.put(name, (place, input) -> write(place, input, report(input).overall(text)));
    }

    private void prose() {
        prose("one endless line", "年".repeat(80_000), 200_000);
        prose("a letter", "a");
        prose("a Chinese character", "政");
        prose("spaces", " ");
        prose("combining marks", "\u0301");
        prose("numbers", "1件，");
        prose("numbers in a row", "1件、");
        prose("parts", "甲1件，");
        prose("parts in a row", "甲类1件、");
        prose("wholes", "共1件，甲1件、乙2件。");
        prose("totals", "甲1件、共1件、");
        prose("known words", "全年本局新收申请共有1件，");
        prose("known words without a number", "全年本局申请共有，");
        prose("results", "予以公开1件，");
        prose("rows before columns", "收到".repeat(4000) + "，自然人1件".repeat(1500));
        prose("announcements", "三个方面：一是");
        prose("numbers without commas", "信息公开申请1件");
        prose("applications", "收到申请");
        prose("shares", "共申请9件，占9%");
        prose("years", "2019年");
        prose("sentences", "收到政府信息公开申请9件。");
        prose("brackets", "（");
        prose("pairs of brackets", "（）");
        prose("quotation marks", "“");
        prose("book titles", "《");
        prose("asterisks", "*");
        prose("pairs of asterisks", "**a");
        prose("underlines", "_a");
        prose("backticks", "`");
        prose(
                "backticks of many lengths",
                IntStream.range(1, 180).mapToObj("`"::repeat).collect(Collectors.joining("a")));
        prose("links", "[");
        prose("links with ends", "[a](");
        prose("pictures", "![a](b.png)");
        prose("addresses", "www.");
        prose("entities", "&#1;");
        prose("quotes of figures", "{{");
        prose("quotes of facts", "{{机关}}");
        prose("backslashes", "\\");
        prose("angles", "<a ");
        prose("full stops", "。");
        prose("mails", "a@");
        prose("lines", "一\n");
        prose("short paragraphs", "一\n\n");
        prose("headings", "（一）甲\n");
        prose("quotes in quotes", ">".repeat(500) + "a\n");
        prose("lists in lists", "- ".repeat(500) + "a\n");
        prose(
                "deeper and deeper",
                IntStream.range(0, 300).mapToObj(i -> " ".repeat(2 * i) + "- a").collect(Collectors.joining("\n"))
                        + "\n");
        prose("numbered lines", "1. a\n");
        prose("flags", "🇨🇳");
        prose("a family of many", "👨\u200d👩\u200d", 100_000);
        prose("a word of digits", "9");
        prose("dashes", "—");
    }

    private void tables() {
        prose("columns", "|a", 30_000);
        kinds.put("ten thousand columns", table(10_000, 1));
        kinds.put("ninety columns of nine hundred rows", table(90, 900));
        kinds.put("a column of twenty thousand rows", table(1, 20_000));
        kinds.put(
                "a table of long words",
                (place, input) -> write(
                        place,
                        input,
                        report(input)
                                .overall(("|甲|乙|\n|-|-|\n"
                                        + ("|" + "a".repeat(9000) + "|" + "政".repeat(9000) + "|\n").repeat(4)))));
        kinds.put(
                "long cells",
                (place, input) -> write(
                        place,
                        input,
                        report(input).overall(("|甲|乙|\n|-|-|\n" + ("|" + "政府信息".repeat(2000) + "|乙|\n").repeat(9)))));
    }

    private static Kind table(int columns, int rows) {
        return (place, input) -> write(
                place,
                input,
                report(input)
                        .overall("|a".repeat(columns) + "|\n" + "|-".repeat(columns) + "|\n"
                                + ("|1".repeat(columns) + "|\n").repeat(rows)));
    }

    private void yaml() {
        raw(
                "aliases",
                "a: &a [x,x]\n"
                        + IntStream.range(0, 40)
                                .mapToObj(i -> "b%d: &b%d [*%s,*%s]"
                                        .formatted(i, i, i == 0 ? "a" : "b" + (i - 1), i == 0 ? "a" : "b" + (i - 1)))
                                .collect(Collectors.joining("\n")));
        raw("brackets of YAML", "[".repeat(200_000));
        raw("mappings of YAML", "{a: ".repeat(60_000));
        raw(
                "keys of YAML",
                IntStream.range(0, 30_000).mapToObj(i -> "k" + i + ": 1").collect(Collectors.joining("\n")));
        raw("a long key", "a".repeat(19_000) + ": 1");
        raw(
                "keys that are nearly right",
                IntStream.range(0, 9000).mapToObj(i -> "总体情況" + i + ": 1").collect(Collectors.joining("\n")));
        raw(
                "unknown rows",
                "主动公开政府信息情况:\n"
                        + IntStream.range(0, 9000)
                                .mapToObj(i -> "  第二十条第" + i + "项: {规章: 1}")
                                .collect(Collectors.joining("\n")));
        raw("quotes that do not end", "总体情况: \"" + "\\x".repeat(9000));
        raw("comments", "#\n".repeat(120_000));
        raw("colons", "a: b: c\n".repeat(30_000));
        raw("wide colons", "年度：2021\n".repeat(16_000));
        raw("tabs", "\t".repeat(19_000) + "a");
        raw("acceptances", "核对说明:\n" + "  - {核对: A1, 位置: 总体情况, 说明: 无}\n".repeat(3000));
        kinds.put("a long name", (place, input) -> write(place, input, SmallReport.of("某".repeat(6000) + "局", 2021)));
        kinds.put("a long Latin name", (place, input) -> write(place, input, SmallReport.of("a".repeat(19_000), 2021)));
    }

    private void raw(String name, String more) {
        kinds.put(name, (place, input) -> place.write("in/" + input + ".yaml", report(input) + more + "\n"));
    }

    private void rules() {
        String[] expressions = {
            "(?:[^。]+)+件x",
            "(?:.*)*x",
            "(?:政|政府|府)+x",
            ".*.*.*.*.*.*x",
            "(?:(?:政府?)+信?)+x",
            "(?<=.{0,900}政)x",
            "(?:|){40}(?!)"
        };
        for (String expression : expressions) {
            kinds.put("a form with " + expression, (place, input) -> {
                String form = "templates/information-disclosure/2019/prose.yaml";
                String before = place.read(form);
                if (!before.contains(expression)) {
                    place.edit(form, "phrases:\n", "phrases:\n  - {rule: E7, find: '" + expression + "'}\n");
                }
                write(place, input, SmallReport.of(input, 2019).overall(("政府".repeat(4000) + "\n").repeat(5)));
            });
        }
        kinds.put("local rows of local rows", (place, input) -> {
            place.write(
                    "in/" + input + ".form.yaml",
                    "name: 政府信息公开工作年度报告\nedition: 2021\nsections:\n  主动公开政府信息情况:\n    table:\n      blocks:\n        第二十条第（一）项:\n          rows:\n"
                            + IntStream.range(0, 3000)
                                    .mapToObj(i -> "            甲" + i + ": {}\n")
                                    .collect(Collectors.joining()));
            write(place, input, report(input).with("本地行", input + ".form.yaml"));
        });
    }

    private void svgs() {
        svg("deep SVG", "<g>".repeat(60) + "<path d='M0 0h9v9z'/>" + "</g>".repeat(60));
        svg("too deep SVG", "<g>".repeat(100_000));
        svg(
                "style sheet of SVG",
                "<style>@import url(http://10.255.255.1/a.css); rect{fill:url(http://10.255.255.1/a)}</style><rect width='9' height='9'/>");
        svg(
                "font of SVG",
                "<style>@font-face{font-family:a;src:url(http://10.255.255.1/a)}</style><text font-family='a'>甲</text>");
        picture(
                "style sheet before SVG",
                ("<?xml-stylesheet href='http://10.255.255.1/a.css' type='text/css'?><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://10.255.255.1/svg11.dtd'>"
                                + SVG.formatted("<rect width='9' height='9'/>"))
                        .getBytes(StandardCharsets.UTF_8));
        svg(
                "filters of SVG",
                "<filter id='f'>" + "<feGaussianBlur stdDeviation='999'/>".repeat(999)
                        + "</filter><rect filter='url(#f)' width='300' height='120'/>");
        svg(
                "patterns of SVG",
                IntStream.range(0, 30)
                                .mapToObj(i ->
                                        "<pattern id='p%d' width='1' height='1' patternUnits='userSpaceOnUse'><rect width='300' height='120' fill='url(#p%d)'/></pattern>"
                                                .formatted(i, i + 1))
                                .collect(Collectors.joining())
                        + "<rect fill='url(#p0)' width='300' height='120'/>");
        svg(
                "uses of SVG",
                IntStream.range(0, 15)
                        .mapToObj(i -> "<g id='a%d'><use href='#a%d'/><use href='#a%d'/></g>".formatted(i + 1, i, i))
                        .collect(Collectors.joining())
                        .replaceFirst("^", "<path id='a0' d='M0 0h300v120z' opacity='.5'/>"));
        svg(
                "strokes of SVG",
                ("<path fill='none' stroke='red' stroke-width='30' stroke-linejoin='round' stroke-dasharray='.05' d='M0 0"
                                + "C300 0 0 120 300 120S0 9 9 0".repeat(40) + "'/>")
                        .repeat(40));
        svg("many paths of SVG", "<path stroke='red' d='M0 0C300 0 0 120 300 120'/>".repeat(45_000));
        svg(
                "a long path of SVG",
                "<path stroke='red' stroke-width='9' stroke-linejoin='round' d='M0 0" + "L300 1 0 120".repeat(200_000)
                        + "'/>");
        svg(
                "clips of SVG",
                IntStream.range(0, 400)
                                .mapToObj(i -> "<clipPath id='c%d'><path clip-path='url(#c%d)' d='M0 0%sz'/></clipPath>"
                                        .formatted(i, i + 1, "l9 9 9-9".repeat(300)))
                                .collect(Collectors.joining())
                        + "<rect clip-path='url(#c0)' width='300' height='120'/>");
        svg(
                "gradients of SVG",
                "<radialGradient id='g'>" + "<stop offset='.5' stop-color='red'/>".repeat(9000) + "</radialGradient>"
                        + "<rect fill='url(#g)' width='300' height='120'/>".repeat(3000));
        svg(
                "patterns of SVG",
                IntStream.range(0, 300)
                        .mapToObj(i -> "<pattern id='p" + i
                                + "' patternUnits='userSpaceOnUse' width='299' height='119'><rect width='99' height='99'/></pattern>"
                                + "<rect width='300' height='120' fill='url(#p" + i + ")'/>")
                        .collect(Collectors.joining()));
        svg(
                "a pattern of SVG for many",
                "<pattern id='p' patternUnits='userSpaceOnUse' width='299' height='119'><rect width='99' height='99'/></pattern>"
                        + "<rect width='300' height='120' stroke='url(#p)' stroke-width='100'/>".repeat(300));
        svg("words of SVG", ("<text y='20' font-size='1'>" + "政府信息公开".repeat(60) + "</text>").repeat(60));
        svg(
                "huge numbers of SVG",
                "<rect x='-1e30' width='1e38' height='1e38' stroke-width='1e37' stroke='red'/><circle r='1e30'/>");
        svg(
                "opacities of SVG",
                "<g opacity='.9'>".repeat(50) + "<rect width='300' height='120'/>".repeat(900) + "</g>".repeat(50));
        kinds.put("twenty slow SVGs", (place, input) -> {
            String slow =
                    SVG.formatted("<path fill='none' stroke='red' stroke-dasharray='.2' stroke-linejoin='round' d='M0 0"
                            + "C300 0 0 120 300 120S0 9 9 0".repeat(60) + "'/>");
            StringBuilder prose = new StringBuilder();
            for (int i = 0; i < 20; i++) {
                place.write("in/" + input + i + ".svg", slow.replace("0 9 9", "0 9 " + i));
                prose.append("![图](<").append(input).append(i).append(".svg>)\n\n");
            }
            write(place, input, report(input).overall(prose.toString()));
        });
    }

    private static final String SVG =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 300 120\">%s</svg>";

    private void svg(String name, String inside) {
        picture(name, SVG.formatted(inside).getBytes(StandardCharsets.UTF_8));
    }

    private void picture(String name, byte[] bytes) {
        kinds.put(name, (place, input) -> {
            write(place, input, report(input).overall("![图](<" + input + ".bin>)\n\n![图](<" + input + ".bin>)"));
            Files.write(place.at("in/" + input + ".bin"), bytes);
        });
    }

    private void bitmaps() {
        picture("a PNG of 900 megapixels", png(30_000, 30_000, 1, 0, new byte[30_000 * 3751]));
        picture("a PNG of 16 megapixels", png(4000, 4000, 8, 2, new byte[4000 * 12_001]));
        picture("a PNG with transparency", png(4000, 4000, 8, 6, new byte[4000 * 16_001]));
        picture("a flat PNG", png(16_000_000, 1, 8, 0, new byte[16_000_001]));
        picture("a thin PNG", png(1, 2_000_000, 8, 0, new byte[4_000_000]));
        picture("a JPEG of 16 megapixels", jpeg(4000, 4000));
        byte[] jpeg = jpeg(100, 60);
        int frame = new String(jpeg, StandardCharsets.ISO_8859_1).indexOf("\u00ff\u00c0");
        byte[] huge = jpeg.clone();
        ByteBuffer.wrap(huge).putShort(frame + 5, (short) 30_000).putShort(frame + 7, (short) 30_000);
        picture("a JPEG of 900 megapixels", huge);
        picture("a JPEG cut short", Arrays.copyOf(jpeg, jpeg.length / 2));
        picture("noise", noise());
        kinds.put("fifteen large PNGs", (place, input) -> {
            byte[] png = png(4000, 4000, 8, 6, new byte[4000 * 16_001]);
            StringBuilder prose = new StringBuilder();
            for (int i = 0; i < 15; i++) {
                Files.createDirectories(place.at("in"));
                Files.write(place.at("in/" + input + i + ".png"), png);
                prose.append("![图](<").append(input).append(i).append(".png>)\n\n");
            }
            write(place, input, report(input).overall(prose.toString()));
        });
    }

    private static byte[] noise() {
        byte[] noise = new byte[7_000_000];
        new Random(1).nextBytes(noise);
        return noise;
    }

    private static SmallReport report(String name) {
        return SmallReport.of(name, 2021);
    }

    private static byte[] jpeg(int width, int height) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpeg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A PNG of that size, whether its data fit it or not. */
    static byte[] png(int width, int height, int depth, int colour, byte[] data) {
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put((byte) depth).put((byte) colour).put((byte) 0).put((byte) 0).put((byte) 0);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        out.writeBytes(chunk("IHDR", "", header.array()));
        out.writeBytes(chunk("IDAT", "", deflated(data)));
        out.writeBytes(chunk("IEND", "", new byte[0]));
        return out.toByteArray();
    }

    static byte[] chunk(String type, String start, byte[] rest) {
        byte[] lead = (type + start).getBytes(StandardCharsets.ISO_8859_1);
        CRC32 crc = new CRC32();
        crc.update(lead);
        crc.update(rest);
        return ByteBuffer.allocate(lead.length + rest.length + 8)
                .putInt(lead.length - 4 + rest.length)
                .put(lead)
                .put(rest)
                .putInt((int) crc.getValue())
                .array();
    }

    static byte[] deflated(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
