package org.nianbao.input;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nianbao.diagnostic.Message;
import org.nianbao.form.CellType;
import org.nianbao.text.Numeral;

/**
 * A typed value that is no figure of its type: finds out why and what was most likely meant.
 *
 * @param unit that the printed label names
 */
record WrittenFigure(String typed, CellType type, Optional<String> unit) {
    private static final String FORMAL = "○壹贰叁肆伍陆柒捌玖拾佰仟";
    private static final String USUAL = "〇一二三四五六七八九十百千";

    /** The limit of characters of a value that is analyzed. */
    private static final int LONGEST = 40;

    private static final Set<String> NOTHING = Set.of(
            "", "-", "--", "—", "——", "–", "/", "\\", "无", "没有", "不适用", "空", "暂无", "未统计", "~", "null", "none", "nil",
            "n/a", "na", "*");

    private static final Set<String> YES_OR_NO =
            Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "是", "否", "有", "√", "×");

    private static final Pattern CHANGED = Pattern.compile("(?:[-+−–—]|增加?|减少?|[↑↓])\\s*(\\d{1,20})\\s*[件条次个项份]?");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:[,，、' _]\\d{3})+(?:\\.\\d+)?");
    private static final Pattern PROGRAMMED = Pattern.compile("0x[0-9a-f]{1,16}|0o[0-7]{1,20}|0b[01]{1,60}");
    private static final Pattern POWER = Pattern.compile("[+]?(\\d{1,20}(?:\\.\\d{1,20})?)e[+]?(\\d{1,2})");
    private static final Pattern ABOUT =
            Pattern.compile("(?:约|大约|近|将近|超过|超|不足|不到|至少|>|<|≥|≤|~|≈)\\s*\\d.*|\\d.*?(?:余|多|左右|以上|以下|上下).{0,3}|\\d+\\+");
    private static final Pattern TIME_OR_DATE = Pattern.compile(
            "\\d{1,2}:\\d{2}(?::\\d{2})?|\\d{4}(?:[-/]\\d{1,2}(?:[-/]\\d{1,2})?|年.*|\\.\\d{1,2}\\.\\d{1,2})");
    private static final Pattern WITH_WORDS =
            Pattern.compile("(?:共计?|合计|总计|计|¥|￥|人民币|RMB)?\\s*([\\d,，' .]*\\d)\\s*([^\\d\\s]{0,6})");

    /** Tags and references of HTML, which come with a figure from a web page. */
    private static final Pattern MARKUP = Pattern.compile("</?[A-Za-z][^<>]*>|&[a-z]{2,8};|&#\\d{1,5};");

    /** Digits with letters that look like them; a single letter is one only if it is an O. */
    private static final Pattern LETTERS = Pattern.compile("[Oo]|(?=.*\\d)[\\dOolI]+");

    /** A figure with a # behind it that begins no comment, because there is no blank in front. */
    private static final Pattern HASH = Pattern.compile("([^#\\s]+)(#.*)");

    /**
     * Why it is no figure, and what to do.
     *
     * @param written the figure that can only be meant
     */
    record Advice(Message reason, Message help, Optional<String> written) {
        Advice(Message reason, Message help) {
            this(reason, help, Optional.empty());
        }
    }

    Advice advice() {
        if (typed.strip().length() > LONGEST) {
            return unclear(typed.strip().matches("[\\d.]+") ? "figure-too-long" : "figure-words");
        }
        String plain = MARKUP.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
                .replaceAll("")
                .strip();
        String lower = plain.toLowerCase(Locale.ROOT);
        Matcher hash = HASH.matcher(typed.strip());
        if (hash.matches() && type.read(hash.group(1)).isPresent()) {
            return written("figure-hash", hash.group(1) + " " + hash.group(2), "write-instead", "");
        }
        if (NOTHING.contains(lower) || NOTHING.contains(typed.strip())) {
            return new Advice(Message.of("figure-nothing"), Message.of("write-zero-or-blank"));
        }
        if (YES_OR_NO.contains(lower)) {
            return unclear("figure-yes-or-no");
        }
        if (type == CellType.CHANGE) {
            Optional<Advice> change = change(plain);
            if (change.isPresent()) {
                return change.get();
            }
        } else if (lower.matches("[-−–—]\\s*[\\d.,]+.*")) {
            return unclear("figure-negative");
        }
        if (TIME_OR_DATE.matcher(lower).matches()) {
            return unclear("figure-time");
        }
        if (ABOUT.matcher(plain).matches() && !POWER.matcher(lower).matches()) {
            return unclear("figure-about");
        }
        return notation(lower)
                .or(() -> digits(plain))
                .or(() -> letters(plain))
                .or(() -> words(plain))
                .orElseGet(() -> unclear("figure-words"));
    }

    /** An increase or decrease in words, or with another minus sign than the ASCII one. */
    private Optional<Advice> change(String plain) {
        Matcher matcher = CHANGED.matcher(plain);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        boolean fewer = "-−–—减↓".indexOf(plain.charAt(0)) >= 0;
        BigDecimal number = new BigDecimal(matcher.group(1));
        return Optional.of(instead("figure-change", fewer ? number.negate() : number));
    }

    /** A number as programs write it. */
    private Optional<Advice> notation(String lower) {
        if (PROGRAMMED.matcher(lower).matches()) {
            int radix = lower.charAt(1) == 'x' ? 16 : lower.charAt(1) == 'o' ? 8 : 2;
            return Optional.of(instead("figure-notation", new BigDecimal(new BigInteger(lower.substring(2), radix))));
        }
        Matcher power = POWER.matcher(lower);
        return power.matches()
                ? Optional.of(instead(
                        "figure-notation",
                        new BigDecimal(power.group(1)).scaleByPowerOfTen(Integer.parseInt(power.group(2)))))
                : Optional.empty();
    }

    /** Digits with separators between them or a sign before them. */
    private Optional<Advice> digits(String plain) {
        String signless = plain.startsWith("+") ? plain.substring(1).strip() : plain;
        if (GROUPED.matcher(signless).matches()) {
            return Optional.of(instead("figure-separators", new BigDecimal(signless.replaceAll("[^\\d.]", ""))));
        }
        String whole = signless.replaceFirst("^\\.(?=\\d)", "0.").replaceFirst("(?<=\\d)[.,，;；。]$", "");
        if (!NUMBER.matcher(whole).matches()) {
            return signless.matches("[\\d.,' _]+") ? Optional.of(unclear("figure-marks")) : Optional.empty();
        }
        BigDecimal value = new BigDecimal(whole);
        boolean isWhole = type != CellType.AMOUNT && type != CellType.MONEY;
        if (isWhole && value.stripTrailingZeros().scale() > 0) {
            return Optional.of(unclear("figure-fraction"));
        }
        if (typed.codePoints().anyMatch(c -> c > 0x7f && Character.isDigit(c))) {
            return Optional.of(instead("figure-full-width", value));
        }
        if (plain.length() > CellType.LONGEST) {
            return Optional.of(unclear("figure-too-long"));
        }
        return Optional.of(instead(reason(plain, signless, whole), value));
    }

    private static String reason(String plain, String signless, String whole) {
        if (!signless.equals(plain)) {
            return "figure-plus";
        }
        if (!whole.equals(signless)) {
            return whole.startsWith("0.") ? "figure-marks" : "figure-mark-behind";
        }
        if (whole.matches("0\\d.*")) {
            return "figure-leading-zeros";
        }
        return whole.contains(".") ? "figure-fraction" : "figure-marks";
    }

    /** Digits, some of them typed as letters. */
    private Optional<Advice> letters(String plain) {
        String digits = plain.replaceAll("[Oo]", "0").replaceAll("[lI]", "1");
        return LETTERS.matcher(plain).matches()
                ? Optional.of(instead("figure-letters", new BigDecimal(digits)))
                : Optional.empty();
    }

    /** A number with words: a unit, a scale, or the number itself in words. */
    private Optional<Advice> words(String plain) {
        Matcher matcher = WITH_WORDS.matcher(plain);
        if (matcher.matches()) {
            String digits = matcher.group(1);
            boolean isNumber =
                    GROUPED.matcher(digits).matches() || NUMBER.matcher(digits).matches();
            if (!isNumber) {
                return Optional.empty();
            }
            boolean isYuan =
                    plain.matches("(?:¥|￥|人民币|RMB).*") && !matcher.group(2).endsWith("元");
            String unit = matcher.group(2) + (isYuan ? "元" : "");
            return Optional.of(withUnit(new BigDecimal(digits.replaceAll("[^\\d.]", "")), unit));
        }
        String usual = usual(plain);
        int length =
                (int) usual.chars().takeWhile(c -> Numeral.isChinese((char) c)).count();
        Optional<BigDecimal> value = Numeral.value(usual.substring(0, length));
        String rest = plain.substring(length);
        boolean isUnit =
                rest.length() <= 2 && usual.substring(length).chars().noneMatch(c -> Numeral.isChinese((char) c));
        return value.filter(number -> isUnit)
                .map(number -> withUnit(number, rest))
                .map(advice -> new Advice(Message.of("figure-chinese"), advice.help(), advice.written()));
    }

    /** With 一 for 壹 and 百 for 佰, the numerals of cheques. */
    private static String usual(String text) {
        return text.chars()
                .map(c -> FORMAL.indexOf(c) < 0 ? c : USUAL.charAt(FORMAL.indexOf(c)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private Advice withUnit(BigDecimal number, String words) {
        if (type == CellType.MONEY) {
            return money(number, words);
        }
        if (type == CellType.AMOUNT) {
            return unit.flatMap(
                            wanted -> (words.isEmpty() ? Optional.of(number) : Money.converted(number, words, wanted))
                                    .map(value -> written("figure-unit", plain(value), "write-in-unit", wanted)))
                    .orElseGet(() -> unclear("figure-unit"));
        }
        return Money.counted(number, words)
                .map(value -> instead("figure-unit", value))
                .orElseGet(() -> words.endsWith("元") || words.equals("%")
                        ? unclear("figure-unit")
                        : new Advice(
                                Message.of("figure-unit"),
                                instead("figure-unit", number).help()));
    }

    /** Money in a unit that reports do not use, or with separators between the digits. */
    private Advice money(BigDecimal number, String words) {
        if (words.isEmpty()) {
            return unclear("figure-no-unit");
        }
        String sameUnit = number.toPlainString() + words.replaceFirst("[元块]整?$", "") + "元";
        return Optional.of(sameUnit)
                .filter(written -> type.read(written).isPresent())
                .or(() -> Money.converted(number, words, "元").map(value -> value.toPlainString() + "元"))
                .map(written -> written("figure-unit", written, "write-instead", ""))
                .orElseGet(() -> unclear("figure-unit"));
    }

    private Advice instead(String reason, BigDecimal value) {
        if (type == CellType.MONEY && value.signum() != 0) {
            return unclear("figure-no-unit");
        }
        return written(reason, plain(value), "write-instead", "");
    }

    private Advice unclear(String reason) {
        return new Advice(Message.of(reason), otherwise());
    }

    private static String plain(BigDecimal value) {
        return (value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros()).toPlainString();
    }

    /** The advice to write a figure; if it is none of this type, what one looks like. */
    private Advice written(String reason, String figure, String key, String wanted) {
        return type.read(figure.replaceFirst(" #.*", "")).isPresent()
                ? new Advice(Message.of(reason), Message.of(key, figure, wanted), Optional.of(figure))
                : unclear(reason);
    }

    /** What a figure of this type looks like. */
    private Message otherwise() {
        return type == CellType.AMOUNT && unit.isPresent()
                ? Message.of("not-a-amount.in-unit", unit.get())
                : Message.of("not-a-" + type.written() + ".help");
    }
}
