package org.nianbao.foreign.html;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.nianbao.foreign.PlainText;

/** A page of a site: the part of it that is its text, and its title. */
final class HtmlPage {
    /** Where government sites put the text of a page, the most telling first. */
    private static final List<String> CONTENT = List.of(
            "#zoom",
            "#zoomcon",
            ".TRS_Editor",
            ".TRS_UEDITOR",
            "#UCAP-CONTENT",
            ".trs_editor_view",
            ".article-content",
            ".article_content",
            ".article-con",
            ".pages_content",
            ".zwxl-article",
            ".zwxl-content",
            ".zwxl_content",
            ".xxgk-content",
            ".news_content",
            ".view.TRS_UEDITOR",
            "#content .content",
            "#vsb_content",
            ".v_news_content",
            "#Zoom",
            "#artibody",
            "#article",
            "article",
            "main");

    /** Names of classes and IDs of what surrounds a text. */
    private static final Pattern FURNITURE = Pattern.compile(
            "(?i).*\\b(?:\\w*[-_])?(?:nav|navbar|menu|bread|breadcrumbs?|crumbs?|position|location|dqwz|share|bdshare\\w*|print|toolbar|tools?|fontsize|"
                    + "font-?size|footer|foot|copyright|related|relate|xgwj|xglj|xgbd|xgxx|prev|next|pager|pagination|sidebar|qrcode|ewm|"
                    + "search|logo|banner|login|editor-?info|page-?btn|close)(?:[-_]\\w*)?\\b.*");

    /** Lines that sites put above and below a text. */
    private static final Pattern SITE_LINE = Pattern.compile(
            "(?:您?(?:现在|当前)?(?:的)?位置[:：]|当前位置|首页[>＞»/]|字体[:：]|字号[:：]|分享到?[:：]?|扫一扫|浏览次数[:：]|点击(?:数|率|量|次数)?[:：]|阅读次数[:：]|访问量[:：]"
                    + "|上一[篇条页][:：]?|下一[篇条页][:：]?|相关(?:链接|文章|阅读|文件|信息|新闻|解读)[:：]?|责任编辑[:：]|返回顶部|\\[?【?\\s*(?:打印|关闭|收藏|大|中|小)).{0,60}");

    /** Of all text that is no link, what the part with the report has at least. */
    private static final double MOST = 0.9;

    /** In characters; more text is no furniture of a site, whatever it is called. */
    private static final int FURNITURE_TEXT = 400;

    /** In characters; with less text, a part is not the text of a page. */
    private static final int LEAST_TEXT = 300;

    private static final Pattern DECLARED = Pattern.compile("(?i)charset\\s*=\\s*[\"']?\\s*(big5|utf-16\\w*)");

    private final Document page;

    private HtmlPage(Document page) {
        this.page = page;
    }

    static HtmlPage of(byte[] bytes) {
        return new HtmlPage(Jsoup.parse(decoded(bytes)));
    }

    /** UTF-8 if it can be, else what a Chinese browser takes it for: what pages declare is often wrong. */
    private static String decoded(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 1024), StandardCharsets.ISO_8859_1);
        if (start.startsWith("\u00FF\u00FE") || start.startsWith("\u00FE\u00FF")) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            boolean big5 = DECLARED.matcher(start)
                    .results()
                    .anyMatch(found -> found.group(1).equalsIgnoreCase("big5"));
            return new String(bytes, Charset.forName(big5 ? "Big5" : "GB18030"));
        }
    }

    /** The element with the text of the page, without what a site puts around it. */
    Element content() {
        long all = figureTables(page);
        Element content = CONTENT.stream()
                .flatMap(selector -> page.select(selector).stream())
                .filter(found -> found.text().length() > LEAST_TEXT && 2 * figureTables(found) > all)
                .findFirst()
                .orElseGet(() -> densest(all));
        for (Element part : content.select("[class], [id]")) {
            boolean named =
                    FURNITURE.matcher(part.className() + " " + part.id()).matches();
            if (!part.equals(content) && named && part.text().length() < FURNITURE_TEXT && figureTables(part) == 0) {
                part.remove();
            }
        }
        return content;
    }

    /** The innermost part that has all tables and nearly all text outside of links. */
    private Element densest(long tables) {
        Element part = page.body();
        int text = textLength(part);
        Optional<Element> inner = Optional.of(part);
        while (inner.isPresent()) {
            part = inner.get();
            inner = part.children().stream()
                    .filter(child -> child.isBlock() && !child.normalName().matches("table|ul|ol"))
                    .filter(child -> figureTables(child) == tables && textLength(child) > MOST * text)
                    .findFirst();
        }
        return part;
    }

    private static int textLength(Element part) {
        return part.text().length() - part.select("a").text().length();
    }

    /** How many tables have figures of their own. */
    private static long figureTables(Element part) {
        return part.select("table").stream()
                .filter(table -> HtmlTable.figures(table) > 2)
                .count();
    }

    /** Whether a line is a site's, above or below the text. */
    static boolean isOfSite(String line) {
        return SITE_LINE.matcher(line).matches();
    }

    /** The title, if it stands outside of the content; sites say it in the head of the page, too. */
    Optional<String> titleOutside(Element content) {
        String inside = PlainText.withoutSpaces(content.text());
        Stream<String> meta =
                page.select("meta[name~=(?i)^(?:ArticleTitle|og:title)$], meta[property=og:title]").stream()
                        .map(element -> element.attr("content"));
        Stream<String> headings = page.select("h1, h2, [class~=(?i)title], [class~=(?i)tit$], [id~=(?i)title]").stream()
                .filter(element -> !element.parents().contains(content) && !element.equals(content))
                .filter(element -> !element.parents().contains(content.parent())
                        || element.text().length() < 100)
                .map(Element::text);
        return Stream.concat(
                        meta, Stream.concat(headings, Stream.of(page.title().replaceFirst("[_|｜].*$", ""))))
                .map(PlainText::of)
                .filter(title -> title.length() > 5 && title.length() < 100)
                .max((one, other) -> Integer.compare(rank(one), rank(other)))
                .filter(title -> !inside.contains(PlainText.withoutSpaces(title)));
    }

    /** A title with a year is more likely that of a report. */
    private static int rank(String title) {
        return title.matches(".*[12][0-9]{3}.*") ? 1 : 0;
    }
}
