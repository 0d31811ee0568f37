package org.nianbao.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
@DisplayName("Numbers as Chinese prose writes them")
class NumeralTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0",
                "13|13",
                "3607|3607",
                "3,607|3607",
                "1，206|1206",
                "１２０６|1206",
                "12.35|12.35",
                "007|7",
                "零|0",
                "〇|0",
                "七|7",
                "两|2",
                "十|10",
                "十五|15",
                "二十|20",
                "九十九|99",
                "一百|100",
                "两百|200",
                "一百零一|101",
                "一百一十|110",
                "三百二十五|325",
                "三千六百零七|3607",
                "三千零七|3007",
                "三千零七十|3070",
                "一万|10000",
                "一万二千|12000",
                "一万零五十|10050",
                "十二万三千四百五十六|123456",
                "一亿零三万|100030000",
                "二〇二一|2021",
                "一二三四|1234",
            })
    void haveAValue(String words, BigDecimal value) {
        assertEquals(Optional.of(value), Numeral.value(words));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "十百",
                "百十",
                "百",
                "千三",
                "十十",
                "一十十",
                "二百五",
                "一万二",
                "三五",
                "二三",
                "廿",
                "廿三",
                "一百零",
                "一百零五十",
                "零十",
                "万",
                "亿万",
                "一万万",
                "一亿亿",
                "三千七",
                "1.2.3",
                ".5",
                "5.",
                "12a",
                "百分之百",
                "九九九九九九九九九九九九九九九九九九九",
                "1234567890123456789012345"
            })
    void haveNone(String words) {
        assertEquals(Optional.empty(), Numeral.value(words));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "收到申请36件，办结三十七件|36 三十七",
                "共1,206条、2，345条|1,206 2，345",
                "收到 36 件|36",
                "占36.1%|36.1",
                "收费12.35万元|12.35",
                "六个部分、六大部分|六 六",
                "办理人大建议5件（38号、39号）|5",
                "2023年12月31日，第3件|''",
                "近50件、约五十件、50余件、几十件、50件以上|''",
                "3-5件、3至5件、3万余条|''",
                "1.2万条、86万人次|1.2 86",
                "国办函〔2020〕109号、0579-82112359、321017邮编|321017",
                "一是统一标准，万无一失|''",
                "H5、5G、3D|''",
                "百分之三十个|''",
            })
    void areFoundWhereTheyAreMeantExactly(String text, String expected) {
        List<String> typed = TokenizedText.of(text).numbers().stream()
                .map(TokenizedText.NumberToken::typed)
                .toList();
        assertEquals(expected, String.join(" ", typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"收到,申请(3,607件);１２％", "\uE000\uE001\uE002 12"})
    void areMarkedInCopiesOfTheSameLength(String text) {
        TokenizedText marked = TokenizedText.of(text);
        assertEquals(text.length(), marked.plain().length());
        assertEquals(text.length(), marked.words().length());
        assertEquals(1, text.indexOf('\uE000') < 0 ? 1 : marked.numbers().size());
    }
}
