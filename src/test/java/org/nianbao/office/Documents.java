package org.nianbao.office;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.nianbao.EveryKind;
import org.nianbao.Workplace;
import org.nianbao.published.PublishedGrid;
import org.nianbao.published.ReadBack;

/** Word documents of every kind that the program writes, rendered once for all tests. */
final class Documents {
    private static final List<Word> ALL = render();

    private static final String FORMATS = "html,docx";
    private static final String REPORTS = "src/test/resources/org/nianbao/published/2019";
    private static final String WEBSITE = "src/test/resources/cases/website/input.yaml";

    private static final String FORM = "templates/information-disclosure/2021/form.yaml";

    private Documents() {}

    /** A Word document. */
    static final class Word {
        private final String name;
        private final byte[] docx;
        private final String html;
        private final SortedMap<String, byte[]> parts;
        private final Map<String, Document> read = new HashMap<>();
        private final List<PublishedGrid> tables;

        private Word(String name, byte[] docx, String html) {
            this.name = name;
            this.docx = docx;
            this.html = html;
            this.parts = parts(docx);
            this.tables = tables(html);
        }

        /** What it is. */
        String name() {
            return name;
        }

        /** The file. */
        byte[] docx() {
            return docx;
        }

        /** The same page as HTML. */
        String html() {
            return html;
        }

        /** All parts by their names, without a slash before them. */
        SortedMap<String, byte[]> parts() {
            return parts;
        }

        private static SortedMap<String, byte[]> parts(byte[] docx) {
            SortedMap<String, byte[]> parts = new TreeMap<>();
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    parts.put(entry.getName(), zip.readAllBytes());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Collections.unmodifiableSortedMap(parts);
        }

        /** A part that is XML, read once for all tests, none of which changes it. */
        Document xml(String part) {
            return read.computeIfAbsent(
                    part,
                    name -> Jsoup.parse(new String(parts.get(name), StandardCharsets.UTF_8), "", Parser.xmlParser()));
        }

        /** The text of the document. */
        Document body() {
            return xml("word/document.xml");
        }

        /** The tables that a reader of the page sees. */
        List<PublishedGrid> tables() {
            return tables;
        }

        private static List<PublishedGrid> tables(String html) {
            Document page = Jsoup.parse(html);
            page.select("table.unseen").remove();
            return ReadBack.html(page.outerHtml().getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Word> all() {
        return ALL.stream();
    }

    static Word named(String name) {
        return all().filter(document -> document.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Word> render() {
        try {
            Path folder = Files.createTempDirectory("documents");
            try {
                return render(new Workplace(folder).inChinese());
            } finally {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Word> render(Workplace place) throws IOException {
        String reports = Workplace.CHECKOUT.resolve(REPORTS).toString();
        place.write("everything.yaml", EVERYTHING);
        place.write("图/示意.svg", DRAWING);
        ImageIO.write(
                new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB),
                "png",
                place.at("图/照片.png").toFile());
        EveryKind.write(place, "kinds");
        place.write("website.yaml", Files.readString(Workplace.CHECKOUT.resolve(WEBSITE)));
        run(
                place,
                "render",
                "--format",
                FORMATS,
                Workplace.CHECKOUT.resolve("inputs").toString(),
                reports,
                "everything.yaml",
                "kinds",
                "website.yaml");
        run(place, "render", "everything.yaml", "--format", FORMATS, "--draft", "--output", "output/draft");
        place.copyFromCheckout("templates");
        place.edit(FORM, "caption: 主动公开政府信息情况统计表", "caption: 主动公开\n      landscape: true");
        run(
                place,
                "render",
                "everything.yaml",
                "kinds",
                "--templates",
                "templates",
                "--format",
                FORMATS,
                "--draft",
                "--output",
                "output/landscape");
        for (String language : List.of("zh", "en")) {
            for (String format : List.of("html", "docx")) {
                run(
                        place,
                        "compare",
                        reports,
                        "everything.yaml",
                        "--lang",
                        language,
                        "--output",
                        "output/compared-" + language + "." + format);
            }
        }
        List<Word> documents = new ArrayList<>();
        try (Stream<Path> files = Files.walk(place.at("output"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".docx"))
                    .sorted()
                    .toList()) {
                String name = place.at("output")
                        .relativize(file)
                        .toString()
                        .replace('\\', '/')
                        .replace(".docx", "");
                documents.add(new Word(name, Files.readAllBytes(file), place.read("output/" + name + ".html")));
            }
        }
        return documents;
    }

    private static void run(Workplace place, String... arguments) {
        Workplace.Run run = place.nianbao(arguments);
        if (run.status() != 0) {
            throw new IllegalStateException(run.err());
        }
    }

    private static final String DRAWING = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 120"><rect width="300" height="120" fill="#9cf"/></svg>
            """;

    /** Whatever prose and charts can hold. */
    private static final String EVERYTHING = """
            报告: 政府信息公开工作年度报告
            年度: 2021
            机关: 某县档案局
            成文日期: 2022-01-20
            引言: 根据《条例》编制本报告，电子版见[门户网站](https://www.example.gov.cn/?a=1&b=2)，或来信<office@example.gov.cn>索取。
            总体情况: |
              （一）主动公开
              （1）逐级负责
              每级都有专人。
              1.加强培训
              （1）层层落实
              全年公开**政策解读**8条，*重点*是：

              - 规章
                1. 起草
                2. 审议
              - 规范性文件

              3. 从三数起
              4. 数到四

              另外：

              1. 又从一数起

              | 月份 | 条数 |
              |:-----|-----:|
              | 一月 | 12 |
              | 二月 | |

              ![现场照片](图/照片.png)
              ![示意图](图/示意.svg "图2 办理流程")
              （二）依申请公开。收到申请3件，均按期答复。
            主动公开政府信息情况: {行政许可: 5}
            收到和处理政府信息公开申请情况:
              本年新收: {自然人: 2, 商业企业: 1}
              本年度办理结果: {予以公开: {自然人: 2, 商业企业: 1}}
            政府信息公开行政复议、行政诉讼情况: {}
            存在的主要问题及改进情况: 下一步加强培训。
            其他需要报告的事项: 本年度未收取信息处理费。
            图表:
              - 申请人
              - {图: 办理结果, 位置: 总体情况}
              - {图: 历年申请, 往年: {2019: 3, 2020: 5}}
            """;
}
