package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page is made from the cases, whose messages {@link CasesTest} holds; {@code -Dcases=rewrite} writes it. */
@Tag("unit")
@DisplayName("slips.md shows the first finding of each case")
class SlipsPageTest {
    private static final Path PAGE = Workplace.CHECKOUT.resolve("src/docs/slips.md");

    private static final String HEAD = """
            # 常见的录入错误和提示

            录入时常见的错误和程序的提示：每行是一个例子，取自程序自带的测试（`src/test/resources/cases`），只列第一条提示；
            长的字句略去一部分。提示怎么读、怎么自动改，见[使用手册](guide.zh-CN.md)。本页由程序生成：
            `mvn verify -Dtest=SlipsPageTest -Dcases=rewrite`。

            | 例子 | 录入 | 提示 | 怎么办 |
            |---|---|---|---|
            """;

    /** A line, and the first finding below it: its severity, its place, what is wrong and what to do. */
    private static final Pattern FINDING =
            Pattern.compile("(?m)^(?!#~)(.*)\\n#~ (错误|提醒|提示) [^：\\n]*：(.*)\\n#~ +→ (.*)$");

    /** The longest words of a cell, in characters. */
    private static final int LONGEST = 60;

    @Test
    void thePageIsMadeFromTheCases() throws IOException {
        StringBuilder page = new StringBuilder(HEAD);
        for (String name : Cases.names()) {
            row(name).ifPresent(page::append);
        }
        if ("rewrite".equals(System.getProperty("cases"))) {
            Files.writeString(PAGE, page);
        }
        assertEquals(Files.readString(PAGE), page.toString());
    }

    private static Optional<String> row(String name) throws IOException {
        String input = new String(Cases.annotated(name).getBytes(Cases.BYTES), StandardCharsets.UTF_8);
        return FINDING.matcher(input)
                .results()
                .findFirst()
                .map(found -> "| " + name.replace('-', ' ') + " | "
                        + typed(found) + " | " + words(found.group(2) + "：" + found.group(3)) + " | "
                        + words(found.group(4)) + " |\n");
    }

    private static String typed(MatchResult found) {
        String words = cell(found.group(1));
        return words.isEmpty() || words.contains("`") ? words(words) : "`" + words + "`";
    }

    /** Words that are printed as they are, whatever they mean in Markdown. */
    private static String words(String words) {
        return cell(words).replaceAll("[*_<\\[`]|(?<=])\\(", "\\\\$0");
    }

    /** Words as a cell of a Markdown table prints them, without characters that nobody sees. */
    private static String cell(String words) {
        String seen = words.replaceAll("[\\p{Cc}\\p{Cf}\\uFFFD]", "").strip();
        int length = seen.codePointCount(0, seen.length());
        String some = length > LONGEST
                ? seen.substring(0, seen.offsetByCodePoints(0, LONGEST)).strip() + "…"
                : seen;
        return some.replace("|", "\\|");
    }
}
