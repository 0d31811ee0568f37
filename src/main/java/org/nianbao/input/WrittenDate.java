package org.nianbao.input;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A day that was typed as {@code 2022-01-27} or 2022年1月27日. */
record WrittenDate(LocalDate day) {
    private static final Pattern TYPED = Pattern.compile("(\\d{4})(?:-(\\d{1,2})-(\\d{1,2})|年(\\d{1,2})月(\\d{1,2})日)");

    /** A year of four digits, from 1000 to 2999. */
    static Optional<Integer> year(String typed) {
        return typed.matches("[12][0-9]{3}") ? Optional.of(Integer.valueOf(typed)) : Optional.empty();
    }

    static Optional<WrittenDate> read(String typed) {
        Matcher matcher = TYPED.matcher(typed);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        boolean dashes = matcher.group(2) != null;
        try {
            return Optional.of(new WrittenDate(LocalDate.of(
                    Integer.parseInt(matcher.group(1)),
                    Integer.parseInt(matcher.group(dashes ? 2 : 4)),
                    Integer.parseInt(matcher.group(dashes ? 3 : 5)))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** In Arabic digits without leading zeros (GB/T 9704-2012, 7.3.5.4). */
    String printed() {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
