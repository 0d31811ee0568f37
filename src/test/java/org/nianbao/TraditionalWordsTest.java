package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nianbao.chinese.Traditional;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.input.CorrectionsReader;

@Tag("unit")
@DisplayName("The words of reports in Traditional Chinese")
class TraditionalWordsTest {
    private static Traditional traditional;

    @BeforeAll
    static void readDictionary() {
        traditional = Traditional.of(
                CorrectionsReader.read(Workplace.CHECKOUT.resolve("templates/traditional.yaml"), new Diagnostics())
                        .orElseThrow());
    }

    @Test
    void wordsThatWereLookedUpStayRightAndTypedInTraditionalStayAsTheyAre() throws IOException {
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> converted = new TreeMap<>();
        for (String line : Files.readAllLines(
                Workplace.CHECKOUT.resolve("src/test/resources/org/nianbao/traditional-words.txt"))) {
            String[] words = line.split(" ", -1);
            expected.put(words[0], words[1]);
            converted.put(words[0], traditional.of(words[0], Map.of()));
            expected.put("typed " + words[1], words[1]);
            converted.put("typed " + words[1], traditional.of(words[1], Map.of()));
        }
        assertEquals(lines(expected), lines(converted));
    }

    @Test
    void theEndOfOneWordAndTheStartOfTheNextAreNoWord() {
        Map<String, String> first = Map.ofEntries(
                Map.entry("资金", "資金"),
                Map.entry("基金", "基金"),
                Map.entry("税金", "稅金"),
                Map.entry("街头", "街頭"),
                Map.entry("牵头", "牽頭"),
                Map.entry("受理", "受理"),
                Map.entry("办理", "辦理"),
                Map.entry("部长", "部長"),
                Map.entry("增长", "增長"),
                Map.entry("均须", "均須"),
                Map.entry("总结", "總結"),
                Map.entry("结束", "結束"),
                Map.entry("保护", "保護"),
                Map.entry("放假", "放假"),
                Map.entry("明白", "明白"),
                Map.entry("选编", "選編"));
        Map<String, String> second = Map.of("发放", "發放", "发布", "發布", "发现", "發現", "发证", "發證", "发文", "發文", "发函", "發函");
        Map<String, String> expected = new TreeMap<>();
        first.forEach(
                (one, itsOwn) -> second.forEach((other, itsOther) -> expected.put(one + other, itsOwn + itsOther)));
        for (String word : List.of("法定", "规定", "提供", "编印", "监", "试")) {
            expected.put(word + "制度", traditional.of(word, Map.of()) + "制度");
        }
        Map<String, String> converted = new TreeMap<>();
        expected.keySet().forEach(words -> converted.put(words, traditional.of(words, Map.of())));
        assertEquals(lines(expected), lines(converted));
    }

    private static String lines(Map<String, String> words) {
        StringBuilder lines = new StringBuilder();
        words.forEach((word, converted) ->
                lines.append(word).append(' ').append(converted).append('\n'));
        return lines.toString();
    }
}
