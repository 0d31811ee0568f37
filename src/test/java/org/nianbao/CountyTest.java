package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.aggregate.Aggregation;
import org.nianbao.aggregate.UnitReports;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.input.UnitsReader;
import org.nianbao.overview.DeliveryStatus;
import org.nianbao.overview.DeliveryStatus.State;
import org.nianbao.overview.DocumentLinks;
import org.nianbao.overview.Overview;
import org.nianbao.overview.OverviewBuilder;
import org.nianbao.pipeline.Engine;
import org.nianbao.pipeline.Inspection;
import org.nianbao.pipeline.LastYear;

@DisplayName("In any county each unit has the state that its files give it, and all counts add up to the list")
class CountyTest {
    private static final Path TEMPLATES = Workplace.CHECKOUT.resolve("templates");
    private static final int YEAR = 2025;
    private static final List<String> OFFICES =
            List.of("教育局", "水利局", "档案局", "文化和旅游局", "农业农村局", "审计局", "统计局", "民政局", "司法局", "财政局");
    private static final List<String> TOWNS = List.of("城关镇", "河西乡", "临河镇", "白塔街道", "沙坪乡", "石桥镇");
    private static final List<String> IDS = List.of(
            "jiaoyuju",
            "shuiliju",
            "danganju",
            "wenlvju",
            "nongyeju",
            "shenjiju",
            "tongjiju",
            "minzhengju",
            "sifaju",
            "caizhengju");

    private static final Engine ENGINE =
            Engine.open(new Engine.EngineSettings(TEMPLATES, List.of(), Optional.empty()), new Diagnostics());

    /** What a unit did, and the state that it then has in the overview. */
    private enum Deed {
        CLEAN(State.CLEAN),
        RENAMED(State.CLEAN),
        AGAIN(State.TWICE),
        TWO_DIFFERENT(State.TWICE),
        WRONG_SUM(State.ERRORS),
        BROKEN_AND_MENDED(State.CLEAN),
        OTHER_YEAR(State.TO_CORRECT),
        SHORT_NAME(State.TO_CORRECT),
        GBK(State.TO_CORRECT),
        SLIP(State.TO_CORRECT),
        ONLY_A_FILE_NAME(State.TO_CORRECT),
        ONLY_A_SHORT_FILE_NAME(State.TO_CORRECT),
        REMARK_IN_BRACKETS(State.TO_CORRECT),
        UTF_16(State.TO_CORRECT),
        MISSING(State.MISSING);

        private static final Set<Deed> COUNTED = Set.of(CLEAN, RENAMED, AGAIN, BROKEN_AND_MENDED);

        private final State state;

        Deed(State state) {
            this.state = state;
        }
    }

    private static final List<Deed> DEEDS = List.of(Deed.values());

    /** A county with its files, made at random. */
    private static final class County {
        private final Random random;
        private final Path folder;
        private final Map<String, Deed> deeds = new LinkedHashMap<>();
        private final Map<Path, String> files = new TreeMap<>();
        private final StringBuilder list = new StringBuilder("汇总机关: 太和县人民政府\n单位:\n");
        private BigDecimal permits = BigDecimal.ZERO;

        County(long seed, Path folder) throws IOException {
            this.random = new Random(seed);
            this.folder = Files.createDirectories(folder);
            list.append("  部门:\n");
            for (int i = 0; i < OFFICES.size(); i++) {
                if (random.nextInt(3) > 0) {
                    unit("太和县" + OFFICES.get(i), "太和县旧" + OFFICES.get(i), OFFICES.get(i), IDS.get(i));
                }
            }
            unit("太和县人民政府办公室", "太和县府办公室", "县人民政府办公室", "xianfuban");
            list.append("  乡镇:\n");
            for (String town : TOWNS) {
                if (random.nextInt(3) > 0) {
                    unit(town + "人民政府", town + "公所", town + "政府", town);
                }
            }
            unit("东山镇人民政府", "东山公社", "东山镇", "dongshan");
            Files.writeString(folder.resolve("units.yaml"), list);
        }

        private void unit(String name, String former, String shortened, String id) throws IOException {
            Deed deed = DEEDS.get(random.nextInt(DEEDS.size()));
            deeds.put(name, deed);
            list.append("    - {名称: %s, 又名: [%s, %s]}%n".formatted(name, former, id));
            int number = random.nextInt(1000);
            String report = report(name, YEAR, number);
            String file = "f" + deeds.size() + "-" + random.nextInt(100);
            switch (deed) {
                case CLEAN -> write(file, report);
                case RENAMED -> write(file, report(former, YEAR, number));
                case AGAIN -> {
                    write(file, report);
                    write(file + "-again", report(former, YEAR, number));
                }
                case TWO_DIFFERENT -> {
                    write(file, report);
                    write(file + "-new", report(name, YEAR, number + 1));
                }
                case WRONG_SUM -> write(file, report.replace("予以公开: {自然人: 2}", "予以公开: {自然人: 2, 总计: 5}"));
                case BROKEN_AND_MENDED -> {
                    write(file, report);
                    write(file + "-first", slip(report));
                }
                case OTHER_YEAR -> write(file, report(name, YEAR - 1 - random.nextInt(2), number));
                case SHORT_NAME -> write(file, report(shortened, YEAR, number));
                case GBK -> Files.write(path(file), report.getBytes(Charset.forName("GB18030")));
                case SLIP -> write(file, slip(report));
                case ONLY_A_FILE_NAME ->
                    write((random.nextBoolean() ? name : id) + "-2025", random.nextBoolean() ? "" : "报告: [\n");
                case ONLY_A_SHORT_FILE_NAME ->
                    write(deeds.size() + ".2025年" + shortened + (random.nextBoolean() ? "年报终稿" : ""), "报告: [\n");
                case REMARK_IN_BRACKETS ->
                    write(file, report(name + (random.nextBoolean() ? "（本级）" : "(机关)"), YEAR, number));
                case UTF_16 -> Files.write(path(file), report.getBytes(StandardCharsets.UTF_16));
                case MISSING -> {}
            }
            if (Deed.COUNTED.contains(deed)) {
                permits = permits.add(BigDecimal.valueOf(number));
            }
        }

        private static String report(String agency, int year, int permits) {
            return SmallReport.of(agency, year)
                    .with("成文日期", (year + 1) + "-01-20")
                    .overall("""
                            （一）主动公开。全年公开信息126条。
                            （二）依申请公开。健全受理、审查、答复、送达制度，依法办理申请。
                            （三）政府信息管理。文件及时清理。
                            （四）平台建设。网站栏目更新及时。
                            （五）监督保障。组织一次培训。
                            """)
                    .disclosed("行政许可: " + permits)
                    .granted("{自然人: 2}")
                    .toString();
        }

        /** A report that is no YAML any more, or whose year is none. */
        private String slip(String report) {
            List<String> slips = List.of(
                    report.replaceFirst("自然人: 2\\}", "自然人: 2"),
                    report.replace("主动公开政府信息情况:", "主动公开政府信息情况: \"表二"),
                    report.replaceFirst("年度: (\\d+)", "年度：$1"),
                    report.replaceFirst("年度: (\\d+)", "年度: 去年"),
                    report.replaceFirst("机关: (.*)", "机关：$1\n\t机关: 甲").replaceFirst("报告: ", "[ 报告: "),
                    report.replaceFirst("报告: .*", "报告: {政府信息"));
            return slips.get(random.nextInt(slips.size()));
        }

        private Path path(String name) {
            Path path = folder.resolve(name + ".yaml");
            files.put(path, name + ".yaml");
            return path;
        }

        private void write(String name, String text) throws IOException {
            Files.writeString(path(name), text, StandardCharsets.UTF_8);
        }

        private Set<String> doing(State... states) {
            return deeds.entrySet().stream()
                    .filter(unit -> List.of(states).contains(unit.getValue().state))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        private Set<String> counted(boolean wanted) {
            return deeds.entrySet().stream()
                    .filter(unit -> unit.getValue() != Deed.MISSING)
                    .filter(unit -> Deed.COUNTED.contains(unit.getValue()) == wanted)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        private Optional<Aggregation.UnitsFile> units() {
            return Optional.of(new Aggregation.UnitsFile(folder.resolve("units.yaml"), "units.yaml"));
        }
    }

    @Test
    @DisplayName("in fifteen random counties")
    void some(@TempDir Path folder) throws IOException {
        for (int seed = 0; seed < 15; seed++) {
            examine(seed, folder.resolve("c" + seed));
        }
    }

    @Test
    @Tag("slow")
    @DisplayName("in a thousand random counties")
    void many(@TempDir Path folder) throws IOException {
        for (int seed = 1000; seed < 2000; seed++) {
            examine(seed, folder.resolve("c" + seed));
        }
    }

    private static void examine(long seed, Path folder) throws IOException {
        County county = new County(seed, folder);
        overview(seed, county);
        aggregate(seed, county);
    }

    private static void overview(long seed, County county) {
        Diagnostics none = new Diagnostics();
        Overview overview = OverviewBuilder.of(
                county.files,
                ENGINE,
                LastYear.NONE,
                UnitsReader.read(county.folder.resolve("units.yaml"), "units.yaml", none),
                Optional.of(YEAR),
                DocumentLinks.in(county.folder, county.folder.resolve("o.html"), county.files.keySet()),
                Locale.CHINESE);
        Map<String, State> expected = new LinkedHashMap<>();
        county.deeds.forEach((unit, deed) -> expected.put(unit, deed.state));
        Map<String, State> states = overview.all().units().stream()
                .collect(
                        Collectors.toMap(DeliveryStatus::name, DeliveryStatus::state, (a, b) -> a, LinkedHashMap::new));
        assertEquals(expected, states, () -> "county " + seed + " " + county.deeds);
        assertEquals(
                county.deeds.size(),
                overview.all().delivered()
                        + overview.all().toCorrect()
                        + overview.all().missing());
        assertEquals(
                county.files.size(),
                overview.unmatched().size()
                        + overview.all().units().stream()
                                .mapToInt(unit -> unit.delivered().size())
                                .sum());
        assertEquals(none.list(), List.of());
    }

    private static void aggregate(long seed, County county) throws IOException {
        Diagnostics opening = new Diagnostics();
        Aggregation aggregation = Aggregation.open(TEMPLATES, opening);
        Diagnostics diagnostics = new Diagnostics();
        Path into = county.folder.resolve("county.yaml");
        Optional<Aggregation.AggregateResult> result = aggregation.add(
                new Aggregation.AggregateOptions(
                        county.files, into, "county.yaml", Optional.empty(), Optional.of(YEAR), county.units()),
                diagnostics);
        assertEquals(!county.counted(true).isEmpty(), result.isPresent(), () -> "county " + seed);
        assertEquals(county.doing(State.MISSING), missing(diagnostics), () -> "county " + seed + " " + county.deeds);
        if (result.isPresent()) {
            String text = result.get().text();
            assertEquals(county.counted(true), listed(text, "计入 "), () -> "county " + seed);
            assertEquals(county.doing(State.MISSING), listed(text, "没有报送 "), () -> "county " + seed);
            assertEquals(county.counted(false), listed(text, "没有计入 "), () -> "county " + seed + "\n" + text);
            assertEquals(
                    Optional.of(county.permits),
                    result.get().total().sum("主动公开政府信息情况.行政许可").map(sum -> sum.setScale(0)),
                    () -> "county " + seed);
            Files.writeString(into, text);
            Inspection inspection = new Inspection(
                    ENGINE,
                    LastYear.NONE,
                    UnitReports.of(county.files, county.units(), Workplace.FORMS, new Diagnostics()),
                    Optional.empty());
            List<Diagnostic> found =
                    inspection.inspect(into, "county.yaml").findings().diagnostics();
            assertEquals(county.doing(State.MISSING), missing(Diagnostics.of(found)));
            assertTrue(found.stream().noneMatch(one -> one.id().startsWith("parts-")), () -> "county " + seed);
        }
    }

    /** The names in the messages about missing reports. */
    private static Set<String> missing(Diagnostics diagnostics) {
        Set<String> names = new TreeSet<>();
        diagnostics.list().stream()
                .filter(found -> found.id().equals("part-missing"))
                .map(found -> found.fact().in(Locale.CHINESE))
                .forEach(words ->
                        Collections.addAll(names, words.replaceFirst(".*：", "").split("、")));
        return names;
    }

    /** The names in the comments of an aggregate input that begin with some words. */
    private static Set<String> listed(String text, String words) {
        List<String> names = new ArrayList<>();
        text.lines()
                .filter(line -> line.startsWith("# 汇总：" + words))
                .forEach(line ->
                        Collections.addAll(names, line.replaceFirst(".*个：", "").split("、")));
        return new TreeSet<>(names);
    }
}
