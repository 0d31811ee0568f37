package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.console.DiagnosticText;
import org.nianbao.console.TextStyle;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.input.UnitsReader;
import org.nianbao.report.Units;

@Tag("unit")
@DisplayName("A list of units tells who must deliver")
class UnitsTest {
    private final Diagnostics diagnostics = new Diagnostics();

    @TempDir
    private Path folder;

    private Optional<Units> read(String text) {
        Path file = new Workplace(folder).write("units.yaml", text);
        return UnitsReader.read(file, "units.yaml", diagnostics);
    }

    private String told() {
        StringBuilder told = new StringBuilder();
        diagnostics
                .list()
                .forEach(diagnostic ->
                        told.append(DiagnosticText.of(diagnostic, Locale.SIMPLIFIED_CHINESE, TextStyle.PLAIN)));
        return told.toString();
    }

    @Test
    void unitsStandInTheGroupsOfTheOffice() {
        Units units = read("""
                汇总机关: 某县人民政府
                单位:
                  本级: 某县人民政府办公室
                  部门:
                    - 某县档案局
                    - {名称: 某县文化和旅游局, 又名: [某县文化局, 某县旅游局]}
                  乡镇街道:
                    - {名称: 城关镇人民政府, 范围: 汇总}
                    - {名称: 河西乡人民政府, 又名: 河西公社}
                """).orElseThrow();
        assertEquals("", told());
        assertEquals("某县人民政府", units.whole());
        assertEquals(
                List.of(
                        new Units.Unit("某县人民政府办公室", List.of(), "本级", false),
                        new Units.Unit("某县档案局", List.of(), "部门", false),
                        new Units.Unit("某县文化和旅游局", List.of("某县文化局", "某县旅游局"), "部门", false),
                        new Units.Unit("城关镇人民政府", List.of(), "乡镇街道", true),
                        new Units.Unit("河西乡人民政府", List.of("河西公社"), "乡镇街道", false)),
                units.all());
        assertEquals("某县文化和旅游局", units.named("某县旅游局").orElseThrow().name());
        assertTrue(units.named("某县财政局").isEmpty());
    }

    @Test
    void aUnitIsFoundHoweverItsBracketsAndSpacesAreTyped() {
        Units units = read("""
                汇总机关: 某县人民政府
                单位: {部门: [某县自然资源局（林业局）, 某县　信访局]}
                """).orElseThrow();
        assertTrue(units.named("某县自然资源局(林业局)").isPresent());
        assertTrue(units.named("某县自然资源局 （林业局）").isPresent());
        assertTrue(units.named("某县信访局").isPresent());
    }

    @Test
    void allThatIsWrongWithAListIsToldAtItsPlace() {
        Optional<Units> units = read("""
                单位:
                  部门:
                    - 某县档案局
                    - {名称: 某县史志局, 又名: 某县档案局}
                    - {名字: 某县信访局}
                    - {名称: 某县商务局, 范围: 全县}
                    -
                  乡镇: []
                """);
        assertTrue(units.isEmpty());
        assertEquals("""
                units.yaml:1:1: 错误 missing-field: 缺少“汇总机关”
                """, told().lines().limit(1).map(line -> line + "\n").reduce("", String::concat));
        for (String line : List.of(
                "units.yaml:4:23: 错误 unit-twice: “某县档案局”列了两次，第一次在第 3 行",
                "units.yaml:5:8: 错误 unknown-field: 这里没有“名字”",
                "units.yaml:6:23: 错误 wrong-value: “范围”不能这样写",
                "应为：汇总",
                "units.yaml:8:7: 错误 wrong-value: “乡镇”不能这样写")) {
            assertTrue(told().contains(line), line + "\n" + told());
        }
    }
}
