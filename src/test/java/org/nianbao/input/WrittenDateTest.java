package org.nianbao.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
@DisplayName("A day is read in every way of writing that can mean no other day")
final class WrittenDateTest {
    private static final String DIGITS = "〇一二三四五六七八九";

    @Test
    void everyDayOfAYear() {
        for (LocalDate day = LocalDate.of(2024, 1, 1); day.getYear() == 2024; day = day.plusDays(1)) {
            for (String typed : ways(day)) {
                assertEquals(Optional.of(new WrittenDate(day)), WrittenDate.read(typed), typed);
            }
        }
    }

    private static List<String> ways(LocalDate day) {
        int year = day.getYear();
        int month = day.getMonthValue();
        int date = day.getDayOfMonth();
        String chinese = chineseYear(year) + "年" + chinese(month) + "月" + chinese(date) + "日";
        String plain = year + "年" + month + "月" + date + "日";
        return List.of(
                day.toString(),
                year + "." + month + "." + date,
                year + "/" + month + "/" + date,
                String.format("%d.%02d.%02d", year, month, date),
                String.format("%d%02d%02d", year, month, date),
                plain,
                year + " 年 " + month + " 月 " + date + " 日",
                year + "\u00a0年" + month + "月" + date + "号",
                wide(plain),
                day + " 00:00:00",
                chinese,
                chinese.replace('〇', '○'));
    }

    private static String wide(String text) {
        return text.chars()
                .map(c -> c < 0x80 ? c + 0xfee0 : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String chineseYear(int year) {
        StringBuilder words = new StringBuilder();
        String.valueOf(year).chars().forEach(c -> words.append(DIGITS.charAt(c - '0')));
        return words.toString();
    }

    private static String chinese(int number) {
        String tens = number < 10 ? "" : (number < 20 ? "" : String.valueOf(DIGITS.charAt(number / 10))) + "十";
        return tens + (number % 10 == 0 ? "" : DIGITS.charAt(number % 10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2024-02-30", "2024年1月", "1/20/2024", "24.1.20", "2024.1-20", "2024年13月1日", "20240230", "近日"})
    void noOtherDayIsGuessed(String typed) {
        assertTrue(WrittenDate.read(typed).isEmpty(), typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024", "２０２４", "2024年", "2024 年度", "二〇二四年", "二○二四", "“2024”"})
    void yearThatCanOnlyBeMeant(String typed) {
        assertEquals(Optional.of(2024), WrittenDate.meantYear(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"24", "202", "20244", "2024-2025", "去年", "3024"})
    void noOtherYearIsGuessed(String typed) {
        assertTrue(WrittenDate.meantYear(typed).isEmpty(), typed);
    }
}
