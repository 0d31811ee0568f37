package org.nianbao.output.docx;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.nianbao.diagnostic.Source;
import org.nianbao.expression.Expression;
import org.nianbao.output.DocumentInfo;
import org.nianbao.page.Page;
import org.nianbao.page.Picture;
import org.nianbao.typography.Length;
import org.nianbao.typography.Typography;
import org.nianbao.typography.Typography.Align;
import org.nianbao.typography.Typography.Font;
import org.nianbao.typography.Typography.Paper;
import org.nianbao.typography.Typography.Style;
import org.nianbao.typography.Typography.TextRole;

/** Pages and a typography to try the format with; the measures are those of GB/T 9704-2012. */
final class Samples {
    static final DocumentInfo STAMP =
            new DocumentInfo("侯马市人民政府办公室", Instant.parse("2022-01-20T01:02:03.456Z"), "nianbao 0.1");

    private Samples() {}

    static Typography typography() {
        Map<String, Font> fonts = Map.of(
                "小标宋", font("方正小标宋简体", "方正小标宋简体"),
                "仿宋", font("仿宋_GB2312", "Times New Roman"),
                "黑体", font("黑体", "黑体"),
                "楷体", font("楷体_GB2312", "Times New Roman"),
                "宋体", font("宋体", "Times New Roman"));
        Map<TextRole, Style> styles = new EnumMap<>(TextRole.class);
        styles.put(TextRole.TITLE, style("小标宋", "22pt", "22pt", "35pt", Align.CENTER, 0, "28.95pt"));
        styles.put(TextRole.HEADING_1, text("黑体"));
        styles.put(TextRole.HEADING_2, text("楷体"));
        styles.put(TextRole.HEADING_3, text("仿宋"));
        styles.put(TextRole.HEADING_4, text("仿宋"));
        styles.put(TextRole.BODY, text("仿宋"));
        styles.put(TextRole.TABLE, named("表格文字", style("宋体", "10.5pt", "10.5pt", "15pt", Align.CENTER, 0, "0pt")));
        styles.put(TextRole.TABLE_SMALL, named("表格小字", style("宋体", "9pt", "9pt", "11.5pt", Align.CENTER, 0, "0pt")));
        styles.put(TextRole.CAPTION, style("楷体", "12pt", "12pt", "18pt", Align.CENTER, 0, "0pt"));
        styles.put(TextRole.PAGE_NUMBER, style("宋体", "14pt", "14pt", "", Align.RIGHT, 1, "0pt"));
        Paper paper = new Paper(mm(210), mm(297), mm(37), mm(26), mm(35), mm(28));
        return new Typography(
                paper,
                fonts,
                styles,
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                new Typography.Composition(false, true, nameParts()));
    }

    private static Expression nameParts() {
        try {
            return Expression.of("市|人民政府", new Source("", "").top());
        } catch (Expression.Unfit e) {
            throw new IllegalStateException(e);
        }
    }

    /** A page with this content, and with a PNG called {@code dot.png} and SVGs called {@code box.svg} and {@code outside.svg}. */
    static Page page(String body) {
        return page(body, "zh-CN");
    }

    /** Such a page in another language. */
    static Page page(String body, String language) {
        Map<String, Picture> pictures = new LinkedHashMap<>();
        pictures.put("dot.png", new Picture("dot.png", Picture.PictureType.PNG, png(1200, 300), 1200, 300));
        byte[] svg = ("<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20' viewBox='0 0 40 20'>"
                        + "<rect width='40' height='20' fill='#06c'/><circle cx='20' cy='10' r='8' fill='#fff'/></svg>")
                .getBytes(StandardCharsets.UTF_8);
        pictures.put("box.svg", new Picture("box.svg", Picture.PictureType.SVG, svg, 40, 20));
        byte[] outside =
                ("<!DOCTYPE svg [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><svg xmlns='http://www.w3.org/2000/svg'"
                                + " xmlns:xlink='http://www.w3.org/1999/xlink' width='40' height='20'><text y='15'>&e;</text>"
                                + "<script>while (true) {}</script></svg>")
                        .getBytes(StandardCharsets.UTF_8);
        pictures.put("outside.svg", new Picture("outside.svg", Picture.PictureType.SVG, outside, 40, 20));
        try {
            return Page.read(
                    "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"" + language
                            + "\"><head><title>年报</title></head><body>" + body + "</body></html>",
                    Page.Styles.of("", ""),
                    pictures);
        } catch (Page.MalformedPage e) {
            throw new AssertionError(body, e);
        }
    }

    /** The parts of the document that is made of this content. */
    static PackageParts written(String body) {
        return parts(new DocxFormat(typography(), Optional.empty()).write(page(body), STAMP));
    }

    static PackageParts parts(byte[] docx) {
        try {
            return PackageParts.unzip(docx);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Section 三: heads of three rows, labels of three columns, 28 rows in all. */
    static String wideTable() {
        StringBuilder rows = new StringBuilder("<table class=\"form small keep\"><caption>收到和处理申请情况</caption><colgroup>"
                + "<col width=\"6\"/><col width=\"12\"/><col width=\"30.55\"/>" + "<col width=\"7.35\"/>".repeat(7)
                + "</colgroup><thead><tr><th rowspan=\"3\" colspan=\"3\">（本列数据的勾稽关系为：第一项加第二项之和，"
                + "等于第三项加第四项之和）</th><th colspan=\"7\">申请人情况</th></tr><tr><th rowspan=\"2\">自然人</th>"
                + "<th colspan=\"5\">法人或其他组织</th><th rowspan=\"2\">总计</th></tr><tr><th>商业<br/>企业</th>"
                + "<th>科研<br/>机构</th><th>社会<br/>公益<br/>组织</th><th>法律<br/>服务<br/>机构</th><th>其他</th></tr></thead>"
                + "<tbody>" + row("<th class=\"left\" colspan=\"3\">一、本年新收政府信息公开申请数量</th>")
                + "</tbody><tbody>" + row("<th class=\"left\" colspan=\"3\">二、上年结转政府信息公开申请数量</th>")
                + "</tbody><tbody>");
        String first = "<th rowspan=\"22\">三、本年度办理结果</th>";
        Map<String, List<String>> groups = new LinkedHashMap<>();
        groups.put("（一）予以公开", List.of());
        groups.put("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", List.of());
        groups.put(
                "（三）不予公开",
                List.of(
                        "1.属于国家秘密",
                        "2.其他法律行政法规禁止公开",
                        "3.危及“三安全一稳定”",
                        "4.保护第三方合法权益",
                        "5.属于三类内部事务信息",
                        "6.属于四类过程性信息",
                        "7.属于行政执法案卷",
                        "8.属于行政查询事项"));
        groups.put("（四）无法提供", List.of("1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确"));
        groups.put("（五）不予处理", List.of("1.信访举报投诉类申请", "2.重复申请", "3.要求提供公开出版物", "4.无正当理由大量反复申请", "5.要求行政机关确认或重新出具已获取信息"));
        groups.put(
                "（六）其他处理",
                List.of("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "3.其他"));
        groups.put("（七）总计", List.of());
        for (Map.Entry<String, List<String>> group : groups.entrySet()) {
            List<String> labels = group.getValue();
            if (labels.isEmpty()) {
                rows.append(row(first + "<th class=\"left\" colspan=\"2\">" + group.getKey() + "</th>"));
                first = "";
            }
            String second = "<th rowspan=\"" + labels.size() + "\">" + group.getKey() + "</th>";
            for (String label : labels) {
                rows.append(row(second + "<th class=\"left\">" + label + "</th>"));
                second = "";
            }
        }
        return rows + "</tbody><tbody>" + row("<th class=\"left\" colspan=\"3\">四、结转下年度继续办理</th>") + "</tbody></table>";
    }

    private static String row(String labels) {
        return "<tr>" + labels + "<td>7</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>7</td></tr>";
    }

    private static byte[] png(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            image.setRGB(x, x * height / width, 0xff0000);
        }
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Style text(String font) {
        return style(font, "16pt", "15.75pt", "28.95pt", Align.JUSTIFY, 2, "0pt");
    }

    private static Style style(
            String font, String size, String advance, String pitch, Align align, int indent, String after) {
        Optional<Length> line = pitch.isEmpty() ? Optional.empty() : Optional.of(Length.of(pitch));
        Length below = Length.of(after);
        return new Style(
                Optional.empty(),
                font,
                Length.of(size),
                Length.of(advance),
                line,
                align,
                indent,
                Length.of("0pt"),
                below);
    }

    private static Style named(String name, Style style) {
        return new Style(
                Optional.of(name),
                style.font(),
                style.size(),
                style.advance(),
                style.pitch(),
                style.align(),
                style.indent(),
                style.before(),
                style.after());
    }

    private static Font font(String word, String latin) {
        return new Font("none.ttf", List.of(), word, latin, List.of(word, word + "_other"), false);
    }

    private static Length mm(int millimetres) {
        return Length.of(millimetres + "mm");
    }
}
