package org.nianbao.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
@DisplayName("Asterisks are marks around words, and else asterisks")
class AsteriskPairTest {
    private static final List<String> WORDS = List.of("5", "24", "A", "km", "宽", "小时");

    /** What Chinese puts around words; “ and ” are of no width of their own in Unicode. */
    private static final List<String> BRACKETS =
            List.of("《》", "“”", "‘’", "（）", "【】", "〔〕", "「」", "『』", "〈〉", "()", "[]", "\"\"");

    private static final List<String> NEIGHBOURS =
            List.of("", "据", "8", "A", "，", "。", "：", "、", "《", "》", "“", "”", "（", "）");

    @Test
    void singleAsterisksBetweenWordsStay() {
        for (String first : WORDS) {
            for (String second : WORDS) {
                for (String between : List.of("，", "、", "和", "")) {
                    String product = first + "*" + second;
                    assertEquals(List.of(), AsteriskPair.in(product + between + product), product + between + product);
                    assertEquals(List.of(), AsteriskPair.in(product + "*" + first + between), product);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "138****2046、139****7751",
                "由张**负责，李**配合",
                "获奖的有陈**（局长）、周**（科长）",
                "吴**、郑**、孙**同志",
                "表彰赵**和钱**",
                "由张**负责，李**配合；由王**负责，周**配合",
                "张**、李**同志，联系王**科长",
                "组长：张**，由李**负责，联系王**",
                "周**；吴**同志，郑**科长，联系冯**",
                "带“*”的必填，带“*”的选填",
                "以（*）（**）标出，再以（*）（**）标出",
                "*、**、***三档，*、**、***三级",
                "（*为估计数，*号为汇总数）",
                "2**3与3**2",
                "密码****和****",
                "* *",
                "** **",
                "\\*重点\\*",
                "**重点*",
                "这一对**，写在**。逗号前"
            })
    void asterisksThatAreMeantStay(String line) {
        assertEquals(List.of(), AsteriskPair.in(line));
    }

    /** Bold words in brackets, beside all characters that a sentence has there. */
    @Test
    void boldBracketsAreBoldBetweenChinese() {
        for (String pair : BRACKETS) {
            String bold = "**" + pair.charAt(0) + "条例" + pair.charAt(1) + "**";
            for (String before : NEIGHBOURS) {
                for (String after : NEIGHBOURS) {
                    boolean ascii = pair.charAt(0) < 0x80 && (before + after).matches(".*[8A].*");
                    if (!ascii) { // as in CommonMark: A**(b)** has a word on its outer side
                        assertEquals(List.of("条例"), inside(before + bold + after), before + bold + after);
                    }
                }
            }
        }
    }

    @Test
    void boldWordsAreBoldBesideEveryCharacter() {
        for (String before : NEIGHBOURS) {
            for (String after : NEIGHBOURS) {
                assertEquals(List.of("重点"), inside(before + "**重点**" + after), before + after);
                assertEquals(List.of("重点。"), inside(before + "**重点。**" + after), before + after);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'，*重点*突出', '重点'",
        "'*重点*', '重点'",
        "'***很*重*要***', '很*重*要'",
        "'**一是*公开*。**二是', '公开 一是*公开*。'",
        "'共**126**件，**8**条', '126 8'"
    })
    void emphasisMayBeNestedAndRepeated(String line, String words) {
        assertEquals(words, String.join(" ", inside(line)));
    }

    private static List<String> inside(String line) {
        List<String> inside = new ArrayList<>();
        for (AsteriskPair pair : AsteriskPair.in(line)) {
            inside.add(line.substring(pair.open() + pair.length(), pair.close())
                    .replaceAll("[\\p{Ps}\\p{Pe}\\p{Pi}\\p{Pf}\"]", ""));
        }
        return inside;
    }
}
