package org.nianbao;

/** The forms of tests: whole ones, and rows that are added to the official one. */
public final class SmallForm {
    /** The template of a form of tables: the agency, and each table. */
    public static final String TEMPLATE = """
            <#import "*/table.ftlh" as t>
            <html xmlns="http://www.w3.org/1999/xhtml" lang="zh-CN">
            <head><title>${填报单位}</title></head>
            <body><main>
            <h1>${填报单位}</h1>
            <#list sections as section><@t.grid section.table/></#list>
            <p>填报日期：1月5日</p>
            </main></body>
            </html>
            """;

    private SmallForm() {}

    /**
     * A whole form for any year. {@code F1} is its rule for totals.
     *
     * @param facts the lines of its facts but for the year
     * @param sections the lines of its sections
     */
    public static String of(String name, String facts, String sections) {
        return """
                name: %s
                edition: 2020
                years: {from: 2020}
                facts:
                  年度: {type: year, role: year}
                %srules: {F1: {zh: 合计等于各项之和, en: the total is the sum}}
                sections:
                %s""".formatted(name, facts.indent(2), sections.indent(2));
    }

    /** A form of prose {@code 情况} above a table {@code 表} of two columns; {@code columnsAndRows} are its lines of these names. */
    public static String ofProseAndTable(String name, String facts, String columnsAndRows) {
        return of(name, facts, """
                情况: {heading: 一、情况, prose: true}
                表:
                  heading: 二、表
                  table:
                    caption: 表
                    widths: [2, 3, 2]
                    corner: 项目
                """ + columnsAndRows.indent(4));
    }

    /** A form of one table, for {@link #TEMPLATE}; {@code table} are its lines without the caption. */
    public static String ofTable(String name, String table) {
        return of(
                name,
                "填报单位: {type: text, role: agency}",
                "表:\n  heading: 一、指标\n  table:\n    caption: 指标\n" + table.indent(4));
    }

    /** Rows of the first block of disclosed information, as YAML in braces. */
    public static String disclosed(String rows) {
        return added("主动公开政府信息情况:\n  table:\n    blocks:\n      第二十条第（一）项:\n        rows: " + rows);
    }

    /** Rows below one of the results of applications, in lines. */
    public static String results(String result, String rows) {
        return added("""
                收到和处理政府信息公开申请情况:
                  table:
                    rows:
                      本年度办理结果:
                        rows:
                          %s:
                            rows:
                """.formatted(result) + rows.indent(14));
    }

    private static String added(String sections) {
        return "name: 政府信息公开工作年度报告\nedition: 2021\nsections:\n" + sections.indent(2);
    }
}
