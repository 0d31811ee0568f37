package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A form that cannot be right is refused at its line")
class FormTest {
    private static final String FORM = "templates/information-disclosure/2021/form.yaml";

    private Workplace place;

    @BeforeEach
    void ownTemplates(@TempDir Path folder) {
        place = new Workplace(folder);
        place.copyFromCheckout("templates");
        place.copyFromCheckout("inputs");
    }

    @Test
    void aBlockThatIsWiderThanTheTable() {
        place.edit(FORM, "widths: [40, 40, 40, 40]", "widths: [40, 40, 40]");
        refused("form-too-wide", "this block needs 4 columns, but the table has 3 widths");
    }

    @Test
    void aColumnThatIsTooNarrowForFigures() {
        place.edit(FORM, "685, 685]", "685, 300]");
        refused(
                "form-needs-landscape",
                "a table of 10 columns is too wide for an upright page",
                "write “landscape: true”");
        place.edit(FORM, "685, 300]", "685, 100]");
        refused("form-fits-no-page", "an upright page holds 27 equal columns of five-digit figures");
        place.edit(FORM, "685, 100]", "685, 100]\n      landscape: true");
        refused("form-too-wide-for-landscape", "a landscape page holds 39 equal columns");
    }

    @Test
    void aRowThatAnIdentitySpeaksOfAndNobodyHas() {
        place.edit(FORM, "rows: 本年新收 + 上年结转 =", "rows: 本年新收 + 上年结余 =");
        refused("unknown-name", "there is no row or column “上年结余” here", "did you mean “上年结转”?");
    }

    @Test
    void aRuleThatNobodyExplains() {
        place.edit(FORM, "总计: {total: A3}", "总计: {total: A9}");
        refused("unknown-rule", "rule “A9” has no text");
    }

    @Test
    void aFieldThatFormsDoNotHave() {
        place.edit(FORM, "corner: 信息内容", "cornr: 信息内容");
        refused("unknown-field", "unknown field “cornr”", "did you mean “corner”?");
    }

    @Test
    void twoCellsOfOneName() {
        place.edit(FORM, "rows: {行政处罚: , 行政强制: }", "rows: {行政许可: , 行政强制: }");
        refused("form-same-path", "two cells of this table have the path “行政许可”");
    }

    @Test
    void aColumnHeadWithNothingUnderIt() {
        place.edit(FORM, "columns: {本年制发件数: , 本年废止件数: , 现行有效件数: }", "columns: {}");
        refused("wrong-value", "invalid value of “columns”", "at least one label");
    }

    @Test
    void aTypeThatNoCellHas() {
        place.edit(FORM, "type: amount", "type: sum");
        refused("wrong-value", "count / change / amount / money / text / choice / choices");
    }

    @Test
    void aFormThatIsBasedOnAnotherAndForgetsToSayWhichEditionItIs() {
        place.write("templates/information-disclosure/2026/form.yaml", "based-on: ../2021/form.yaml\n");
        refused("same-edition", "政府信息公开工作年度报告 2021 is already defined in information-disclosure/2021");
    }

    @Test
    void aBaseThatIsNotThere() {
        place.write("templates/information-disclosure/2026/form.yaml", "based-on: ../2020/form.yaml\n");
        refused("no-base", "the base file “../2020/form.yaml” does not exist");
    }

    @Test
    void aFormThatIsBasedOnItself() {
        place.write("templates/information-disclosure/2026/form.yaml", "based-on: form.yaml\n");
        refused("no-base");
    }

    @Test
    void aTotalOfWords() {
        place.edit(FORM, "其他结果: \"其他\\n结果\"", "其他结果: {type: text}");
        refused("words-summed", "“行政复议.其他结果” is text, but rule A4 adds it up");
    }

    @Test
    void twoTotalsAmongSiblings() {
        place.edit(FORM, "尚未审结: \"尚未\\n审结\"", "尚未审结: {total: A4}");
        refused("wrong-value", "invalid value of “total”", "at most one total among the labels of a level");
    }

    @Test
    void aTotalWithLabelsBelowIt() {
        place.edit(FORM, "label: \"三、", "total: A2\n          label: \"三、");
        refused("wrong-value", "invalid value of “total”", "only for a label without labels below it");
    }

    @Test
    void aSpannerThatSpansNothing() {
        place.edit(FORM, "自然人: \"自然人\"", "自然人: {spanner: true}");
        refused("wrong-value", "invalid value of “spanner”");
    }

    @Test
    void aSectionThatIsNeitherProseNorTable() {
        place.edit(FORM, "总体情况: {heading: 一、总体情况, prose: true}", "总体情况: {heading: 一、总体情况}");
        refused("form-section", "must be either prose or a table");
    }

    @Test
    void aChartOfACellThatNobodyHas() {
        place.edit(FORM, "商业企业: 收到和处理政府信息公开申请情况.本年新收.商业企业", "企业: 收到和处理政府信息公开申请情况.本年新收.企业");
        refused("unknown-name", "no row or column “收到和处理政府信息公开申请情况.本年新收.企业”");
    }

    @Test
    void aKeyFigureOfACellThatNobodyHas() {
        place.edit(FORM, "行政复议: 政府信息公开行政复议、行政诉讼情况.行政复议.总计", "行政复议: 政府信息公开行政复议、行政诉讼情况.行政复议.合计");
        refused("unknown-name", "no row or column “政府信息公开行政复议、行政诉讼情况.行政复议.合计”");
    }

    @Test
    void aChartThatIsDrawnInNoKnownWay() {
        place.edit(FORM, "kind: years", "kind: pie");
        refused("wrong-value", "shares / bars / years");
    }

    @Test
    void aChartInASectionThatNobodyHas() {
        place.edit(FORM, "    kind: years\n    section: 收到和处理", "    kind: years\n    section: 处理");
        refused("unknown-name", "did you mean “收到和处理政府信息公开申请情况”?");
    }

    @Test
    void aChartOfMoreFiguresAYearThanCanBeToldApart() {
        place.edit(FORM, "parts: {新收: ", "parts: {一: *x, 二: *x, 三: *x, 四: *x, 新收: ");
        place.edit(FORM, "*x", "&x 收到和处理政府信息公开申请情况.上年结转.总计");
        refused("wrong-value", "invalid value of “parts”", "in a chart of years, at most 4");
    }

    @Test
    void aLengthThatIsNone() {
        place.edit("templates/typography.yaml", "size: 22pt", "size: 22");
        Workplace.Run run = place.nianbao("render", "inputs", "--templates", "templates");
        assertEquals(1, run.status());
        assertTrue(
                run.err().matches("(?s).*typography\\.yaml:\\d+:\\d+: error wrong-value.*16pt or 37mm.*"), run.err());
    }

    private void refused(String id, String... words) {
        Workplace.Run run = place.nianbao("render", "inputs", "--templates", "templates");
        assertEquals(1, run.status(), run.err());
        assertEquals("", run.out());
        assertTrue(run.err().matches("(?s).*form\\.yaml:\\d+:\\d+: error " + id + ": .*"), run.err());
        for (String word : words) {
            assertTrue(run.err().contains(word), run.err());
        }
    }
}
