package org.nianbao;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/**
 * A report with whatever is drawn in its own way, in simplified and in traditional characters: a table that is broken over
 * pages inside a group, one in the text that is, photos, SVG with text, masked names, a long name above a seal, notes in
 * cells and below tables, prose above them, annexes.
 */
public final class EveryKind {
    public static final List<String> NAMES = List.of("every-kind", "every-kind-traditional");

    private static final String SVG = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 120">
            <rect x="10" y="10" width="120" height="60" fill="#9cf" fill-opacity=".5" stroke="#036"/>
            <text x="20" y="45" font-size="16" font-weight="bold">受理15日</text>
            <text x="220" y="100" font-size="12" text-anchor="middle" transform="rotate(-9 220 100)">Reply 答复</text></svg>
            """;

    private static final String OFFICES = "科室,一季度,二季度,三季度,四季度,全年,比上年,占比,备注\n"
            + IntStream.rangeClosed(1, 30)
                    .mapToObj(i ->
                            "综合第%d科,%d,0,%d,0,%d,-%d,%d%%,%s\n".formatted(i, i, i, 2 * i, i, i, "含A类".repeat(i % 4)))
                    .collect(Collectors.joining());

    private static final String ANNEXES = """

              - 标题: 公开渠道统计表
                表: |
                  | 渠道 | 条数 | 占比 |
                  | :--- | ---: | --- |
                  | 门户网站（www.example.gov.cn） | 1200 | 60% |
                  | “清江发布”微信公众号·视频号 | 800 | 40% |
                  | 合计 | 2000 | 100% |
              - {标题: 各科室办理情况, 文件: 科室.csv}""";

    private EveryKind() {}

    /** Writes the reports and what they need into a folder of the workplace. */
    public static void write(Workplace place, String folder) throws IOException {
        for (String kind : List.of("jpg", "png")) {
            BufferedImage photo = new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB);
            IntStream.range(0, 80_000).forEach(i -> photo.setRGB(i % 400, i / 400, i * 209));
            place.write(folder + "/现场." + kind, "");
            ImageIO.write(photo, kind, place.at(folder + "/现场." + kind).toFile());
        }
        place.write(folder + "/流程.svg", SVG);
        place.write(folder + "/科室.csv", OFFICES);
        place.write(
                folder + "/增加.form.yaml",
                SmallForm.results(
                        "无法提供",
                        IntStream.rangeClosed(1, 60)
                                .mapToObj(i -> "增加%d: %d.增加的第%d种情形\n".formatted(i, i + 8, i))
                                .collect(Collectors.joining())));
        place.write(folder + "/every-kind.yaml", report().toString());
        place.write(
                folder + "/every-kind-traditional.yaml",
                report().facts("文字: 繁体").toString());
    }

    private static SmallReport report() {
        String rows = IntStream.rangeClosed(1, 45)
                .mapToObj(
                        i -> "| %d | 关于第%d号[文件](https://www.example.gov.cn/a/%d)的说明 | %d.5%% |\n".formatted(i, i, i, i))
                .collect(Collectors.joining());
        return SmallReport.of("云水壮族自治区南屏市清江瑶族自治县人民政府办公室", 2021)
                .facts("扩展: 增加.form.yaml\n成文日期: 2022-01-20\n印章: 有\n图表: [申请人, {图: 历年申请, 往年: {2018: 7, 2020: ~}}]")
                .overall("""
                        （一）主动公开。公开**政策解读**8条，增长87.5%，经办人张**、李**，电话138****2046，每天5*8小时。
                        ![窗口](现场.jpg)
                        ![门厅](现场.png)
                        ![流程](流程.svg "图3 办理流程")

                        | 序号 | 文件 | 占比 |
                        |:---|:---:|---:|
                        """ + rows)
                .disclosed(
                        "正文: 全年制发行政规范性文件{{主动公开政府信息情况.行政规范性文件.本年制发件数}}件，均在PDF与网页中公开。",
                        "行政规范性文件: {本年制发件数: 22（其中修订16件）, 现行有效件数: 31(不含内部文件)}",
                        "行政许可: {本年处理决定数量: {数: 120, 注: 含委托B局办理的}}",
                        "注: [现行有效件数以2021年末为准。, 含依据第3·2条办理的。]")
                .applications(
                        "正文: 本年收到的申请如下。",
                        "本年新收: {自然人: 12345（网络申请1200件）, 商业企业: 1234567}",
                        "本年度办理结果:",
                        "  予以公开: {自然人: 12345, 商业企业: 1234567}",
                        "注: 含上级机关转办的申请7件。")
                .with("政府信息公开行政复议、行政诉讼情况", "{行政复议: [1（上年受理）, 0, 0, 0, 1], 注: 数量含上年度结转。}")
                .with("附表", ANNEXES);
    }
}
