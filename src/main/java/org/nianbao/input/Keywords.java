package org.nianbao.input;

import java.util.List;

/** The few words of an input that belong to no form: they say which form it fills, and what is known of it. */
public final class Keywords {
    /** Which form. */
    public static final String FORM = "报告";

    /** Which edition, where the year does not decide. */
    public static final String EDITION = "版式";

    /** The file with the rows that a province adds to the form. */
    public static final String LOCAL_ROWS = "扩展";

    /** Which script the documents are in. */
    public static final String SCRIPT = "文字";

    /** The words that stay as they are typed, where the documents are in Traditional. */
    public static final String KEPT = "照录";

    /** The findings that stand, each with its reason. */
    public static final String ACCEPTED = "核对说明";

    /** Of an accepted finding: which rule. */
    public static final String RULE = "核对";

    /** Of an accepted finding: where. */
    public static final String SUBJECT = "位置";

    /** Of an accepted finding about words of the prose: which words. */
    public static final String QUOTE = "原文";

    /** Of an accepted finding: why it stands. */
    public static final String REASON = "说明";

    /** Of an accepted finding: what must be said. */
    public static final List<String> REQUIRED = List.of(RULE, SUBJECT, REASON);

    /** Marks the prose of an earlier report, where it stands as a comment: of this year, or of a year in digits. */
    public static final String EARLIER_PROSE = "原文";

    /** Last year, in that mark. */
    public static final String LAST_YEAR = "去年";

    /** The charts that a report shows. */
    public static final String CHARTS = "图表";

    /** Of a chart: which. */
    public static final String CHART = "图";

    /** Of a chart: the section that it stands in. */
    public static final String SECTION = "位置";

    /** Of a chart of years: the figures of earlier ones. */
    public static final String EARLIER = "往年";

    /** In a list of units: the body that writes the report of them all. */
    public static final String WHOLE = "汇总机关";

    /** In a list of units: the units, in groups. */
    public static final String UNITS = "单位";

    /** Of a unit: its present name. */
    public static final String NAME = "名称";

    /** Of a unit: the names that it had or goes by. */
    public static final String OTHER_NAMES = "又名";

    /** Of a unit: which of its two reports counts; that of its own organ, if nothing is said. */
    public static final String SCOPE = "范围";

    /** Of a unit: the report that sums up others. */
    public static final String AGGREGATE = "汇总";

    private Keywords() {}
}
