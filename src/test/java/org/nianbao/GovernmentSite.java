package org.nianbao;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A report as the site of a government publishes it: at a place that its program chose, in the markup of an editor, with whatever
 * stands around it.
 */
final class GovernmentSite {
    private static final List<String> ROOTS = List.of(
            "<div id=\"zoom\">%s</div>",
            "<div class=\"TRS_Editor\"><style>.TRS_Editor p{margin:0}</style>%s</div>",
            "<div class=\"view TRS_UEDITOR trs_paper_default trs_word\">%s</div>",
            "<div id=\"UCAP-CONTENT\">%s</div>",
            "<div class=\"article-content\"><div class=\"con\">%s</div></div>",
            "<td class=\"pages_content\">%s</td>",
            "<div class=\"zwxl-article\">%s</div>",
            "<div id=\"vsb_content\"><div class=\"v_news_content\">%s</div></div>",
            "<article>%s</article>",
            "<div class=\"xl_zw_nr\"><div>%s</div></div>",
            "<table width=\"960\"><tr><td>%s</td></tr></table>",
            "<table><tr><td>导航</td><td><a href=\"/\">首页</a></td></tr><tr><td colspan=\"2\"><div id=\"fontzoom\">%s</div></td></tr></table>",
            "%s");

    private final Random random;

    private GovernmentSite(Random random) {
        this.random = random;
    }

    /** A page of a site; the same for a seed. */
    static byte[] page(Document report, int seed) {
        GovernmentSite site = new GovernmentSite(new Random(seed));
        String html = site.html(report);
        Charset gbk = Charset.forName("GBK");
        return switch (seed % 5) {
            case 0 -> html.replace("CHARSET", "gb2312").getBytes(gbk);
            case 1 -> html.replace("CHARSET", "GBK").getBytes(gbk);
            case 2 -> html.replace("CHARSET", "gb2312").getBytes(StandardCharsets.UTF_8);
            case 3 ->
                html.replace("<meta charset=\"CHARSET\">", "").getBytes(seed % 2 == 0 ? gbk : StandardCharsets.UTF_8);
            default -> ("\uFEFF" + html.replace("CHARSET", "utf-8")).getBytes(StandardCharsets.UTF_8);
        };
    }

    private String any(String... all) {
        return all[random.nextInt(all.length)];
    }

    private String sometimes(String html) {
        return random.nextBoolean() ? html : "";
    }

    private String html(Document report) {
        String title = report.select("h1").text();
        List<Element> blocks = report.select("h1, h2, h3, h4, p, li, table").stream()
                .filter(block -> block.closest("figure") == null)
                .filter(block -> block.is("table") || block.closest("table") == null)
                .filter(block -> !block.is("p") || block.closest("li") == null)
                .toList();
        int editor = random.nextInt(6);
        boolean titleInside = random.nextBoolean();
        String content = blocks.stream()
                .filter(block -> titleInside || !block.is("h1"))
                .map(block -> block.is("table") ? table(block) : paragraph(block, editor))
                .collect(Collectors.joining(sometimes("\n")));
        String outside = titleInside
                ? sometimes("<h1 class=\"article-title\">" + title + "</h1>")
                : any(
                        "<h1>" + title + "</h1>",
                        "<div class=\"title\">" + title + "</div>",
                        "<meta name=\"ArticleTitle\" content=\"" + title + "\">");
        String main = any(ROOTS.toArray(String[]::new)).formatted(content + sometimes(attachments()));
        return any("<!DOCTYPE html>\n<html>", "<HTML>", "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\">")
                + "<head><meta charset=\"CHARSET\"><title>" + title + "_清河县人民政府门户网站</title>"
                + "<script>var a = '<table><tr><td>1</td></tr></table>';</script></head><body>"
                + above() + outside + sometimes(toolbar()) + main + below() + sometimes("</body></html>");
    }

    private String above() {
        return sometimes(
                        "<div class=\"header\"><ul class=\"nav\"><li><a href=\"/\">首页</a></li><li><a>政务公开</a></li></ul></div>")
                + sometimes("<form><input type=\"text\" value=\"请输入关键字\"><select><option>全站</option></select></form>")
                + sometimes(calendar())
                + any(
                        "<div class=\"breadcrumb\">您现在的位置：<a>首页</a> &gt; <a>政府信息公开</a> &gt; <a>年报</a></div>",
                        "<div class=\"dqwz\">当前位置：首页&gt;&gt;政府信息公开年报</div>",
                        "<p>您的位置：<a>首页</a> / <a>法定主动公开内容</a></p>",
                        "");
    }

    private static String calendar() {
        String days = IntStream.range(0, 5)
                .mapToObj(week -> "<tr>"
                        + IntStream.rangeClosed(1, 7)
                                .mapToObj(day -> "<td>" + (7 * week + day) + "</td>")
                                .collect(Collectors.joining())
                        + "</tr>")
                .collect(Collectors.joining());
        return "<div class=\"side\"><table class=\"calendar\"><tr><th>日</th><th>一</th><th>二</th><th>三</th><th>四</th><th>五</th><th>六</th></tr>"
                + days + "</table></div>";
    }

    private String toolbar() {
        return any(
                "<div class=\"info\"><span>发布日期：2025-01-22</span><span>来源：办公室</span><span>浏览次数：<b>156</b></span></div>",
                "<p>字号：[<a>大</a> <a>中</a> <a>小</a>]</p><p>【<a>打印</a>】【<a>关闭</a>】</p>",
                "<div class=\"share\">分享到：<a>微信</a><a>微博</a></div>");
    }

    private String attachments() {
        return "<p>附件：<a href=\"/P020250122.docx\"><img src=\"/icon_doc.gif\" width=\"16\" height=\"16\">年报全文.docx</a></p>";
    }

    private String below() {
        return sometimes("<div class=\"toolbar\"><button>打印</button><a>关闭窗口</a></div>")
                + sometimes("<p>上一篇：<a>关于印发某某办法的通知</a></p><p>下一篇：<a>没有了</a></p>")
                + sometimes("<div class=\"related\"><h3>相关链接</h3><ul><li><a>2023年政府信息公开工作年度报告</a></li></ul></div>")
                + sometimes("<div class=\"footer\"><p>主办：清河县人民政府办公室</p><p>网站标识码：1234567890　冀ICP备12345678号</p></div>");
    }

    private String paragraph(Element block, int editor) {
        String text = block.text();
        boolean heading = !block.is("p, li");
        String indent = heading ? "" : any("　　", "&nbsp;&nbsp;&nbsp;&nbsp;", "");
        return switch (editor) {
            case 0 ->
                "<p style=\"text-indent: 2em; line-height: 1.75em\"><span style=\"font-family: 仿宋, FangSong; font-size: 21px\">"
                        + indent + text + "</span></p>";
            case 1 -> "<div>" + indent + (heading ? "<strong>" + text + "</strong>" : text) + "</div>";
            case 2 ->
                "<p class=MsoNormal style='text-indent:32.0pt;mso-char-indent-count:2.0'><span style='font-size:16.0pt;font-family:仿宋_GB2312'>"
                        + text + "<span lang=EN-US><o:p></o:p></span></span></p>";
            case 3 -> indent + (heading ? "<b>" + text + "</b>" : text) + "<br>" + any("", "<br>", "<br/>&nbsp;<br/>");
            case 4 -> "<P align=left><FONT size=3>" + indent + text + "</FONT>"; // not closed
            default -> "<section><section><p>" + halves(text) + "</p></section></section>";
        };
    }

    private static String halves(String text) {
        int half = text.length() / 2;
        return "<span>" + text.substring(0, half) + "</span><span style=\"color:#000\">" + text.substring(half)
                + "</span>";
    }

    private String table(Element table) {
        boolean closed = random.nextBoolean();
        boolean heads = random.nextBoolean();
        int style = random.nextInt(6);
        StringBuilder rows = new StringBuilder();
        for (Element row : table.select("tr")) {
            rows.append(random.nextInt(9) == 0 ? "<tr style=\"display:none\"><td>9</td><td>9</td></tr>" : "");
            rows.append("<tr style='mso-yfti-irow:1;height:1.0cm'>");
            for (Element cell : row.children()) {
                String tag = heads && cell.is("th") ? "th" : "td";
                String columns = cell.attr("colspan").isEmpty()
                        ? any("", " colspan=\"0\"", " colspan=1")
                        : " colspan=" + cell.attr("colspan");
                String down = cell.attr("rowspan").isEmpty()
                        ? any("", " rowspan=\"1\"")
                        : " rowspan=\"" + cell.attr("rowspan") + "\"";
                rows.append('<')
                        .append(tag)
                        .append(columns)
                        .append(down)
                        .append(" style=\"border:1px solid #000; width:12%\">");
                rows.append(cell(cell.text(), style)).append(closed ? "</" + tag + ">" : "");
            }
            rows.append(closed ? "</tr>" : "");
        }
        String whole = any(
                        "<table border=1 cellspacing=0>", "<TABLE class=MsoNormalTable style='mso-yfti-tbllook:1184'>")
                + sometimes("<colgroup><col width=72><col width=72></colgroup>") + sometimes("<tbody>") + rows
                + sometimes("<tr height=0 style='display:none'><td width=64></td><td width=64></td></tr>") + "</table>";
        return switch (random.nextInt(4)) {
            case 0 -> "<table align=center><tr><td>" + whole + "</td></tr></table>";
            case 1 -> "<div align=center style=\"overflow-x:auto\">" + whole + "</div>";
            case 2 ->
                "<table><tbody><tr><td>&nbsp;</td><td>" + whole
                        + "</td></tr><tr><td colspan=2>&nbsp;</td></tr></tbody></table>";
            default -> whole;
        };
    }

    private String cell(String text, int style) {
        String filled = any("", "&nbsp;", "　", "\n\t\t") + text + any("", "&nbsp;&nbsp;", "\n");
        return switch (style) {
            case 0 ->
                "<p class=MsoNormal align=center style='text-align:center'><span lang=EN-US>" + filled
                        + "<o:p></o:p></span></p>";
            case 1 -> "<div>" + filled + "</div>";
            case 2 -> "<font face=\"宋体\">" + filled + "</font><br>";
            case 3 -> text.matches("[0-9]+") ? wide(text) : filled;
            case 4 -> "<table><tr><td>" + filled + "</td></tr></table>";
            default -> filled;
        };
    }

    private static String wide(String digits) {
        return digits.codePoints()
                .mapToObj(c -> Character.toString(c - '0' + '０'))
                .collect(Collectors.joining());
    }
}
