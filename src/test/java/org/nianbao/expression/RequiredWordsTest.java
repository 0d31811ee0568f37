package org.nianbao.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("unit")
@DisplayName("A text without the words that every match has is not searched")
class RequiredWordsTest {
    private static final List<String> CLASSES =
            List.of("[甲乙]", "[^甲]", "[甲&&[^乙]]", "[\\]甲]", "[\\Q]\\E甲]", "\\u7532", "\\Q甲\\E");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "行政复议{n}件; 行政复议",
                "(?:收到|受理)申请; 申请",
                "(?:收到|受理)(?:申请)?; 受理 收到",
                "公开?信息; 信息",
                "公开+信息; 公开",
                "(?<=申请)公开; 公开",
                "(?!申请)公开; 公开",
                "[申请]公开; 公开",
                "a|; ''",
                "(?:公开)*; ''",
                "(?:公开){0,3}申; 申",
                "(?:公开){2,3}申; 公开",
                "\\(公开\\); (公开)",
                "[^]a]信息\\d; 信息",
                "[\\Q]\\E甲]乙; 乙",
            })
    void areFound(String expression, String words) {
        String found = String.join(" ", new TreeSet<>(RequiredWords.of(expression.replace("{n}", "\uE000\uE001*+"))));
        assertEquals(words, found);
    }

    /** Whatever matches has one of them: expressions and texts at random, of few characters, so that they often match. */
    @Test
    void neverHideAMatch() {
        Random random = new Random(25);
        int matches = 0;
        for (int i = 0; i < 20_000; i++) {
            String expression = expression(random, 3);
            List<String> words = RequiredWords.of(expression);
            Pattern pattern = Pattern.compile(expression);
            for (int j = 0; j < 5; j++) {
                String text = random.ints(random.nextInt(8), 0, 3)
                        .collect(StringBuilder::new, (all, one) -> all.append("甲乙丙".charAt(one)), StringBuilder::append)
                        .toString();
                if (pattern.matcher(text).find()) {
                    matches++;
                    assertTrue(
                            words.isEmpty() || words.stream().anyMatch(text::contains),
                            expression + " in " + text + " has none of " + words);
                }
            }
        }
        assertTrue(matches > 10_000, String.valueOf(matches));
    }

    private static String expression(Random random, int depth) {
        StringBuilder all = new StringBuilder();
        int parts = 1 + random.nextInt(4);
        for (int i = 0; i < parts; i++) {
            int kind = random.nextInt(depth > 0 ? 12 : 6);
            all.append(
                    kind < 5
                            ? String.valueOf("甲乙丙".charAt(random.nextInt(3)))
                            : kind == 5 ? CLASSES.get(random.nextInt(CLASSES.size())) : group(random, depth));
            all.append(new String[] {"", "", "", "", "?", "+", "*", "{0,2}", "{1,2}", "{2}"}[random.nextInt(10)]);
        }
        return all.toString();
    }

    private static String group(Random random, int depth) {
        String opening = List.of("(?:", "(", "(?<g" + random.nextInt(1_000_000) + ">", "(?=", "(?!")
                .get(random.nextInt(5));
        String content = expression(random, depth - 1);
        return opening + content + (random.nextBoolean() ? "|" + expression(random, depth - 1) : "") + ")";
    }
}
