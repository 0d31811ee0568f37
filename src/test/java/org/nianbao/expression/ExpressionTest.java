package org.nianbao.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nianbao.ProcessorTime;
import org.nianbao.diagnostic.Source;
import org.nianbao.diagnostic.SourceSpan;

@Tag("unit")
@DisplayName("A regular expression of a form")
class ExpressionTest {
    private static final SourceSpan PLACE = new SourceSpan(new Source("a.yaml", "find: a"), 1, 7, 1);

    private static final String[] ATOMS = {
        "a",
        "b",
        "[ab]",
        "[^b]",
        ".",
        "\\w",
        "^",
        "$",
        "\\b",
        "(?=a)",
        "(?!b)",
        "(?<=a{1,3})",
        "(?<!b)",
        "\\1",
        "(?!)",
        "",
        "x"
    };

    private static final String[] REPEATED = {"", "", "?", "*", "+", "{2}", "{3,}", "{0,40}", "*?", "+?", "++", "{1000}"
    };

    /** Many a's, and something in the end that makes them fail. */
    private static final String TEXT = "a".repeat(3000) + "b";

    private static Expression expression(String written) {
        try {
            return Expression.of(written, PLACE);
        } catch (Expression.Unfit e) {
            throw new AssertionError(written + ": " + e.reason().in(Locale.ROOT), e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a+)+b",
                "(a*)*b",
                "(a|a)*b",
                "(a|aa)+$",
                "(.*)*x",
                "(a?){30}a{30}b",
                "(?:^){1000000000}",
                "(?:(?:(?:^){30000}){30000}){30000}",
                "(?:|){60}(?!)",
                "(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(?!)",
                "(?:a|b)*x",
                "(?:(?:a|b)|c)*x",
                "(a*)(?:\\1)*x",
                "(?<=(?!)a{0,20000})x",
                "(?<!(?:^|a{0,99999})x)x",
                ".*.*.*.*.*.*.*x",
                "(?=(a+)+b)x",
                "(?:[a[b]]+)+x",
                "(?:\\Q\\E)*x",
                "(?i)(?:A+)+x",
                "(?x:(a +)+ # )\n x)"
            })
    @DisplayName("ends")
    void ends(String written) {
        ProcessorTime.within(6, () -> tried(written, Allowance.forProse()));
    }

    @Test
    @DisplayName("ends, whatever it is made of")
    void endsAny() {
        Random random = new Random(21);
        for (int i = 0; i < 3000; i++) {
            String written = any(random, 4);
            ProcessorTime.within(1, () -> tried(written, Allowance.forName()));
        }
    }

    @Test
    @DisplayName("finds what Java finds")
    void findsTheSame() throws Expression.Unfit {
        Random random = new Random(7);
        int compared = 0;
        for (int i = 0; i < 3000; i++) {
            String written = any(random, 2);
            String text = "aabxab".substring(random.nextInt(4));
            ExpressionSearch search;
            try {
                search = Expression.of(written, PLACE).in(text, Allowance.forProse());
            } catch (Expression.Unfit e) {
                continue;
            }
            Matcher matcher = Pattern.compile(written).matcher(text);
            boolean found = matcher.find();
            assertEquals(found, search.find(), written);
            if (found) {
                assertEquals(matcher.start() + "-" + matcher.end(), search.start() + "-" + search.end(), written);
                compared++;
            }
        }
        assertTrue(compared > 150, String.valueOf(compared));
    }

    @Test
    @DisplayName("that takes too long is reported where it is written")
    void place() {
        ExpressionSearch search = expression("(a+)+x").in(TEXT, Allowance.forName());
        Allowance.Exhausted exhausted = assertThrows(Allowance.Exhausted.class, search::find);
        assertEquals("a.yaml:1:7", exhausted.diagnostic().span().orElseThrow().toString());
    }

    @Test
    @DisplayName("costs something even if the text is empty")
    void manySearches() {
        Expression expression = expression("a");
        Allowance allowance = Allowance.forName();
        IntStream.range(0, 20_000)
                .forEach(i -> assertFalse(expression.in("", allowance).find()));
        assertThrows(
                Allowance.Exhausted.class,
                () -> IntStream.range(20_000, 50_000)
                        .forEach(i -> assertFalse(expression.in("", allowance).find())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$1", "a", "", "\\$"})
    @DisplayName("takes replacements that name its groups")
    void replacement(String written) {
        assertTrue(expression("(a)").canWrite(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$2", "$", "\\", "${a}"})
    @DisplayName("refuses others")
    void noReplacement(String written) {
        assertFalse(expression("(a)").canWrite(written));
    }

    private static boolean tried(String written, Allowance allowance) {
        try {
            return Expression.of(written, PLACE).in(TEXT, allowance).find();
        } catch (Expression.Unfit | Allowance.Exhausted e) {
            return false;
        }
    }

    private static String any(Random random, int depth) {
        StringBuilder written = new StringBuilder();
        int parts = 1 + random.nextInt(4);
        for (int i = 0; i < parts; i++) {
            String one = depth == 0 || random.nextInt(3) == 0
                    ? ATOMS[random.nextInt(ATOMS.length)]
                    : "(" + (random.nextBoolean() ? "?:" : "") + any(random, depth - 1)
                            + (random.nextInt(3) == 0 ? "|" + any(random, depth - 1) : "") + ")";
            written.append(one).append(one.isEmpty() ? "" : REPEATED[random.nextInt(REPEATED.length)]);
        }
        return written.toString();
    }
}
