package org.nianbao;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.nianbao.form.FormCell;
import org.nianbao.form.Section;
import org.nianbao.input.InputReader;
import org.nianbao.report.Report;

/**
 * What an input says.
 *
 * @param words its figures, facts, notes and prose by path; prose without the marks of Markdown, a paragraph a line
 */
record ReportWords(Map<String, String> words) {
    private static final Pattern QUOTE = Pattern.compile("\\{\\{\\s*([^{}]+?)\\s*}}");

    static ReportWords of(Path input) {
        Report report = read(input);
        Map<String, String> words = new LinkedHashMap<>(figures(report).words());
        for (Section section : report.form().sections()) {
            if (section instanceof Section.ProseSection) {
                words.put(section.key(), plain(report.prose(section.key()), report));
            }
        }
        report.words().notes().forEach((path, note) -> words.put(path + " 注", note));
        report.words().prose().forEach((path, text) -> words.put(path, plain(text, report)));
        report.words().below().forEach((section, notes) -> words.put(section + " 注", notes.toString()));
        report.words().annexes().forEach(annex -> words.put(annex.path() + " 标题", annex.title()));
        return new ReportWords(words);
    }

    /** Its figures and facts only. */
    static ReportWords figuresOf(Path input) {
        return figures(read(input));
    }

    private static ReportWords figures(Report report) {
        Map<String, String> words = new LinkedHashMap<>();
        report.form().facts().forEach(fact -> report.fact(fact.key()).ifPresent(said -> words.put(fact.key(), said)));
        for (FormCell cell : report.form().cells().all()) {
            words.put(cell.path().dotted(), report.cell(cell.path()).text());
        }
        return new ReportWords(words);
    }

    private static Report read(Path input) {
        return InputReader.read(input, input.toString(), Workplace.FORMS)
                .filled()
                .orElseThrow()
                .report();
    }

    /** What another one says otherwise, each difference with both words from where they differ. */
    List<String> differences(ReportWords other) {
        return words.entrySet().stream()
                .filter(word -> !word.getValue().equals(other.words.get(word.getKey())))
                .map(word ->
                        word.getKey() + ": " + difference(word.getValue(), other.words.getOrDefault(word.getKey(), "")))
                .toList();
    }

    private static String difference(String text, String other) {
        String same = StringUtils.getCommonPrefix(text, other);
        int from = Math.max(0, same.length() - 10);
        return StringUtils.abbreviate(text.substring(from), 60) + " / "
                + StringUtils.abbreviate(other.substring(from), 60);
    }

    private static String plain(String prose, Report report) {
        return QUOTE.matcher(prose)
                .replaceAll(quote ->
                        Matcher.quoteReplacement(report.quoted(quote.group(1)).orElse(quote.group())))
                .replaceAll("!\\[[^]]*]\\([^)]*\\)", "")
                .replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
                .replaceAll("\\*\\*", "")
                .replaceAll("(?m)^ *- ", "")
                .replaceAll("(?m)^#+ ", "")
                .replaceAll("[ \\t]+", "")
                .replaceAll(":?-{3,}:?", "---")
                .replaceAll("\n+", "\n")
                .strip();
    }
}
