package org.nianbao.safety;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.nianbao.SmallReport;

/** An input that a seed made of others: bytes, characters, words, lines or blocks of it are changed. */
final class Mutant {
    /** Prose by what it shows. */
    private static final Map<String, String> PROSE = Map.of(
            "标题", "（一）主动公开。全年公开信息。\n1.标题\n（1）再下一级\n一、又一级",
            "列表", "- 一\n- 二\n  - 三\n\n1. 甲\n2. 乙",
            "表格", "| 项目 | 数量 |\n|---|:-:|\n| 一 | **二** |\n| 三 | 四 |",
            "标记", "全年**公开**信息*若干*，见[网站](https://www.gov.cn/a?b=c)，__一__和`二`……——完",
            "引用", "收到申请{{收到和处理政府信息公开申请情况.本年新收.总计}}件，年度{{年度}}，{{机关}}公开。",
            "图片", "前文\n![照片](a.png \"图1\")\n后文",
            "符号", "<b>甲</b> &amp; &#x4e00; \\* \\[ # 乙 > 丙 ~~~ *** --- ===");

    private static final List<String> WORDS = List.of(
            "{{",
            "}}",
            "{{年度}}",
            "**",
            "*",
            "_",
            "[",
            "](",
            ")",
            "![",
            "\n![](a.png)\n",
            "5*8",
            "|",
            "|---|",
            "- ",
            "1. ",
            "（一）",
            "一、",
            "。",
            "：",
            ": ",
            ", ",
            "{",
            "}",
            "[]",
            "~",
            "|\n",
            ">",
            "'",
            "\"",
            "\\",
            "\\u202e",
            "\\x1b",
            "&a",
            "*a",
            "!!x",
            "<<: ",
            "\t",
            "\r\n",
            "\r",
            "\u0085",
            "\u2028",
            "\u202e",
            "\u200b",
            "\ufeff",
            "\u0000",
            "\ud83d\ude00",
            "\ud840\udc00",
            "<script>",
            "</p>",
            "&#0;",
            "&lt;",
            "<!--",
            "]]>",
            "<?x?>",
            "http://a@b",
            "javascript:x",
            "file:///etc/passwd",
            "../",
            "${7*7}",
            "<#list 1.. as i>",
            "-0",
            "1e9",
            "99999999999999999999",
            "0x1F",
            "1,234",
            "２０２３",
            "012",
            "NaN",
            "核对说明:\n",
            "扩展: a.form.yaml\n",
            "图表: [申请人]\n",
            "版式: 2019\n",
            "年度: 2019\n",
            "---\n",
            "...\n",
            "%YAML 9\n",
            "? ",
            "  ",
            "                    ",
            "#",
            " #");

    private final Random random;
    private final List<byte[]> seeds;

    Mutant(long seed, List<byte[]> seeds) {
        this.random = new Random(seed);
        this.seeds = seeds;
    }

    /** An input of which everything may be changed or, half of the times, only the prose. */
    byte[] bytes() {
        if (random.nextBoolean()) {
            return utf8(withProse(prose()));
        }
        byte[] bytes = any();
        for (int changes = random.nextInt(4); changes >= 0; changes--) {
            bytes = random.nextInt(8) == 0
                    ? byteChanged(bytes)
                    : utf8(changed(new String(bytes, StandardCharsets.UTF_8)));
        }
        return bytes.length > 8_000 ? Arrays.copyOf(bytes, 8_000) : bytes;
    }

    private String prose() {
        List<String> all = List.copyOf(new TreeMap<>(PROSE).values());
        String prose = all.get(random.nextInt(all.size()));
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            int at = random.nextInt(prose.length() + 1);
            String other = all.get(random.nextInt(all.size()));
            String word = random.nextInt(6) == 0 ? other : WORDS.get(random.nextInt(WORDS.size()));
            prose = prose.substring(0, at) + word + prose.substring(at);
        }
        return prose;
    }

    private static String withProse(String prose) {
        return SmallReport.of("某县档案局", 2023)
                .with("总体情况", "|\n  " + prose.replace("\n", "\n  "))
                .with("主动公开政府信息情况", "{行政许可: 1}")
                .toString();
    }

    private byte[] any() {
        return seeds.get(random.nextInt(seeds.size()));
    }

    private byte[] byteChanged(byte[] bytes) {
        byte[] changed = bytes.clone();
        if (changed.length > 0) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt();
        }
        return changed;
    }

    private String changed(String text) {
        int at = text.isEmpty() ? 0 : random.nextInt(text.length());
        String word = WORDS.get(random.nextInt(WORDS.size()));
        return switch (random.nextInt(8)) {
            case 0 -> text.substring(0, at) + text.substring(Math.min(text.length(), at + 1 + random.nextInt(8)));
            case 1, 2 -> text.substring(0, at) + word + text.substring(at);
            case 3 -> text.substring(0, at) + word.repeat(1 + random.nextInt(40)) + text.substring(at);
            case 4 -> text.substring(0, at);
            default -> lines(text);
        };
    }

    private String lines(String text) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        List<String> others = new String(any(), StandardCharsets.UTF_8).lines().toList();
        if (lines.isEmpty() || others.isEmpty()) {
            return text;
        }
        int at = random.nextInt(lines.size());
        int to = random.nextInt(lines.size());
        switch (random.nextInt(6)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(to, lines.get(at));
            case 2 -> lines.add(to, lines.remove(at));
            case 3 -> lines.add(at, others.get(random.nextInt(others.size())));
            case 4 -> lines.set(at, (random.nextBoolean() ? " " : "    ") + lines.get(at));
            default -> lines.set(at, lines.get(at).strip());
        }
        return String.join("\n", lines) + "\n";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
