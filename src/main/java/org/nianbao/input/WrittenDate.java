package org.nianbao.input;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nianbao.text.Numeral;

/** A day, in one of the ways that can be read only as this day: 2022-01-27, 2022.1.27, 2022年1月27日, 二〇二二年一月二十七日. */
public record WrittenDate(LocalDate day) {
    private static final String NUMBER = "([0-9]{1,2}|[一二三四五六七八九十]{1,3}|元)";

    /** Midnight, which spreadsheets write behind a day. */
    private static final Pattern MIDNIGHT = Pattern.compile("(?<=[0-9])[ T]0?0:00(?::00)?$");

    private static final Pattern TYPED = Pattern.compile("([0-9]{4})(?:([-./])([0-9]{1,2})\\2([0-9]{1,2})日?" + "|年"
            + NUMBER + "月" + NUMBER + "[日号]?|([0-9]{2})([0-9]{2}))");

    private static final String DIGITS = "〇一二三四五六七八九";

    /** A year of four digits, from 1000 to 2999. */
    static Optional<Integer> year(String typed) {
        return typed.matches("[12][0-9]{3}") ? Optional.of(Integer.valueOf(typed)) : Optional.empty();
    }

    /** The year that can only be meant by digits of another kind, by 年 behind it, or by marks around it. */
    static Optional<Integer> meantYear(String typed) {
        return year(plain(typed).replaceAll("[“”‘’\"']", "").replaceFirst("年度?$", ""));
    }

    /** The day of a text; empty if it is none. */
    public static Optional<WrittenDate> read(String typed) {
        Matcher matcher = TYPED.matcher(plain(MIDNIGHT.matcher(typed.strip()).replaceFirst("")));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int month = matcher.group(2) != null ? 3 : matcher.group(5) != null ? 5 : 7;
        try {
            return Optional.of(new WrittenDate(LocalDate.of(
                    Integer.parseInt(matcher.group(1)),
                    number(matcher.group(month)),
                    number(matcher.group(month + 1)))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** A number of one or two digits, or in Chinese; 0 if it is none. */
    private static int number(String words) {
        return words.equals("元")
                ? 1
                : Numeral.value(words).map(BigDecimal::intValue).orElse(0);
    }

    /** Without blanks, with half-width digits and marks, and with a year in digits. */
    private static String plain(String typed) {
        String narrow = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s\u3000]+", "");
        StringBuilder plain = new StringBuilder(narrow.replaceAll("[‐‑–—−]", "-"));
        for (int i = 0; i < Math.min(4, plain.length()); i++) {
            char c = plain.charAt(i);
            int digit = DIGITS.indexOf(c == '零' || c == '○' || c == 'O' || c == '0' ? '〇' : c);
            if (digit >= 0) {
                plain.setCharAt(i, (char) ('0' + digit));
            }
        }
        return plain.toString();
    }

    /** In Arabic digits without leading zeros (GB/T 9704-2012, 7.3.5.4). */
    String printed() {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
