package org.nianbao.input;

import java.util.List;

/** The keywords of an input and of a list of units. They belong to no form. */
public final class Keywords {
    /** The form, and its edition if not that of the report's year. */
    public static final String FORM = "报告";

    public static final String EDITION = "版式";

    /** The file with the rows that a province adds to the form. */
    public static final String LOCAL_ROWS = "扩展";

    /** The script of the documents, and the words that are not converted to Traditional. */
    public static final String SCRIPT = "文字";

    public static final String KEPT = "照录";

    /** The accepted findings: for each its rule, place, words of the prose (optional) and reason. */
    public static final String ACCEPTED = "核对说明";

    public static final String RULE = "核对";
    public static final String SUBJECT = "位置";
    public static final String QUOTE = "原文";
    public static final String REASON = "说明";
    public static final List<String> REQUIRED = List.of(RULE, SUBJECT, REASON);

    /** The mark of a comment with prose of an earlier report, after “last year” or a year in digits. */
    public static final String EARLIER_PROSE = "原文";

    public static final String LAST_YEAR = "去年";

    /** The charts: for each its key, section (optional) and, in a chart of years, the figures of earlier years. */
    public static final String CHARTS = "图表";

    public static final String CHART = "图";
    public static final String SECTION = "位置";
    public static final String EARLIER = "往年";

    /** In a list of units: the agency that writes the aggregate report, and the units in groups. */
    public static final String WHOLE = "汇总机关";

    public static final String UNITS = "单位";

    /** Of a unit: its name, its other names, and which of its two reports counts if it is not its own one. */
    public static final String NAME = "名称";

    public static final String OTHER_NAMES = "又名";
    public static final String SCOPE = "范围";
    public static final String AGGREGATE = "汇总";

    /** Of a figure with a printed note: the figure and the note. The latter is also the key of the notes below a table. */
    public static final String FIGURE = "数";

    public static final String NOTE = "注";

    /** Of a table: the prose above it, and its rows pasted, if there is more than these. */
    public static final String OPENING = "正文";

    public static final String ROWS = "表";

    /** The annexes: for each its title and its table, typed in Markdown or in a CSV file. */
    public static final String ANNEXES = "附表";

    public static final String TITLE = "标题";
    public static final String FILE = "文件";

    private Keywords() {}
}
