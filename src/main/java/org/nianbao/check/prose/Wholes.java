package org.nianbao.check.prose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Severity;
import org.nianbao.expression.Expression;
import org.nianbao.expression.ExpressionSearch;
import org.nianbao.form.ProseRules;
import org.nianbao.text.TokenizedText;

/**
 * Checks that the parts of a whole add up: some of them to at most the whole, all of them to exactly that.
 *
 * @param opened where lists begin that directly follow their whole
 */
record Wholes(ProsePart part, ProseRules.EnumerationRule rule, Paragraph paragraph, String words, Set<Integer> opened) {
    /** In characters: how far before the whole another number may be it. */
    private static final int REACH = 160;

    /** In per cent of the whole: some parts that lack so little of it may have been meant to be all. */
    private static final BigDecimal NEARLY = new BigDecimal(3);

    /** The same if a slip of the keyboard would explain it. */
    private static final BigDecimal SLIPPED = BigDecimal.TEN;

    /** Number of parts in a row that may be in another unit of the kind. */
    private static final int FEW = 3;

    /** Number of parts of a list that are looked at. */
    private static final int MOST = 60;

    /** Number of parts from which they look like all of them. */
    private static final int MANY = 3;

    static void check(ProsePart part, ProseRules.EnumerationRule rule) {
        for (Paragraph paragraph : part.paragraphs()) {
            if (paragraph.tokens().numbers().size() > 1) {
                new Wholes(part, rule, paragraph, paragraph.tokens().words(), new HashSet<>()).check();
            }
        }
    }

    /** The parts of a list, up to its end; {@code full} if some of them are exactly the whole, {@code complete} if the last one is the rest. */
    private record Listed(List<CountedItem> parts, boolean full, boolean complete, int end) {
        CountedItem sum() {
            return CountedItem.sum(parts);
        }
    }

    private void check() {
        ExpressionSearch whole = search(rule.whole(), 0);
        while (!part.isFull(rule.rule()) && whole.find()) {
            ExpressionSearch some = search(rule.some(), whole.end());
            ExpressionSearch all = search(rule.all(), whole.end());
            boolean partly = some.lookingAt();
            if (partly || all.lookingAt()) {
                figure(whole).ifPresent(figure -> compare(whole, figure, partly, partly ? some.end() : all.end()));
            } else if (words.startsWith("，", whole.end())) {
                figure(whole).ifPresent(figure -> compareRow(whole, figure));
            }
        }
        checkApart();
    }

    /** Compares parts (其中) with the numbers before them, if something stands between. */
    private void checkApart() {
        ExpressionSearch some = search(rule.some(), 0);
        while (!part.isFull(rule.rule()) && some.find()) {
            ExpressionSearch first = search(rule.part(), some.end());
            if (first.lookingAt() && !opened.contains(some.end())) {
                compareApart(first, some.start(), some.end());
            }
        }
    }

    private void compareApart(ExpressionSearch first, int open, int from) {
        String unit = Objects.requireNonNull(first.group("unit"));
        List<CountedItem> before = before(open, unit, words.lastIndexOf('。', open - 1) + 1);
        if (before.isEmpty()) {
            return;
        }
        Listed listed = read(rule.part(), unit, before.get(0), from);
        boolean full = before.stream().anyMatch(one -> listed.sum().comparedTo(one) == 0);
        boolean over = before.stream().allMatch(one -> listed.sum().comparedTo(one) > 0);
        boolean set = isSet(listed.parts());
        if (!full && listed.parts().size() > 1 && (over || set)) {
            report("wholes", from, before.get(0), listed);
        }
    }

    private ExpressionSearch search(Expression wording, int from) {
        return paragraph.search(wording, words, from, words.length());
    }

    private Optional<CountedItem> figure(ExpressionSearch match) {
        return CountedItem.of(match, paragraph, rule);
    }

    /** Compares a list that only a comma parts from its whole, if it has all parts or looks like it. */
    private void compareRow(ExpressionSearch whole, CountedItem figure) {
        int from = whole.end() + 1;
        Listed listed = read(rule.part(), Objects.requireNonNull(whole.group("unit")), figure, from);
        boolean row = isRow(listed, from);
        boolean alike = row && areAlike(listed.parts());
        boolean right =
                alike ? listed.sum().comparedTo(figure) == 0 : listed.parts().isEmpty() || listed.full();
        if (right || !search(rule.end(), listed.end()).lookingAt()) {
            return;
        }
        if (isSet(listed.parts()) || (alike && isOffByOne(listed, figure))) {
            report("wholes", whole.start(), figure, listed);
        } else if (row && isNearly(listed, figure)) {
            report("wholes-nearly", whole.start(), figure, listed);
        }
    }

    /** Whether only 、 part many parts. */
    private boolean isRow(Listed listed, int from) {
        return listed.parts().size() >= MANY
                && words.substring(from, listed.end()).chars().noneMatch(c -> c == '，' || c == '；');
    }

    private static boolean isOffByOne(Listed listed, CountedItem whole) {
        return listed.sum().value().subtract(whole.value()).abs().compareTo(BigDecimal.ONE) == 0;
    }

    /** Whether the words of all parts end alike (招生类2件、资助类1件). */
    private static boolean areAlike(List<CountedItem> parts) {
        return parts.stream().map(CountedItem::ending).distinct().count() == 1;
    }

    /** Whether some parts are all there are: each has a word of a place of its own. */
    private boolean isSet(List<CountedItem> parts) {
        return rule.sets().stream()
                .filter(set -> set.size() == parts.size())
                .anyMatch(set -> set.stream().allMatch(words -> parts.stream().anyMatch(part -> has(part, words)))
                        && parts.stream().allMatch(part -> set.stream().anyMatch(words -> has(part, words))));
    }

    private static boolean has(CountedItem part, Set<String> words) {
        return words.stream().anyMatch(part.words()::contains);
    }

    private void compare(ExpressionSearch whole, CountedItem figure, boolean partly, int from) {
        String unit = Objects.requireNonNull(whole.group("unit"));
        Listed listed = read(rule.part(), unit, figure, from);
        if (listed.parts().isEmpty() && rule.inverse().isPresent()) {
            listed = read(rule.inverse().get(), unit, figure, from);
        }
        if (partly && !listed.parts().isEmpty()) {
            opened.add(from);
        }
        boolean ended = search(rule.end(), listed.end()).lookingAt();
        boolean more = ended
                && isRow(listed, from)
                && areAlike(listed.parts())
                && listed.sum().comparedTo(figure) > 0;
        if (listed.parts().isEmpty()
                || (listed.full() && !more)
                || (listed.parts().size() == 1 && !partly)) {
            return;
        }
        CountedItem meant = meant(whole, figure, listed);
        int compared = listed.sum().comparedTo(meant);
        if (meant.value().signum() > 0
                && (compared > 0
                        || (compared < 0 && (isSet(listed.parts()) || (ended && (!partly || listed.complete())))))) {
            report("wholes", whole.start(), meant, listed);
        } else if (compared < 0 && partly && ended && isNearly(listed, meant)) {
            report("wholes-nearly", whole.start(), meant, listed);
        }
    }

    /** The parts from an offset on: of the unit of the whole, or of one of its kind. */
    private Listed read(Expression wording, String unit, CountedItem whole, int from) {
        List<CountedItem> parts = new ArrayList<>();
        boolean another = false;
        boolean full = false;
        boolean rest = false;
        boolean semicolons = false;
        int at = from;
        ExpressionSearch next = search(wording, from);
        while (parts.size() < MOST && next.region(at, words.length()).lookingAt()) {
            char separator = parts.isEmpty() ? '、' : words.charAt(at - 1);
            semicolons |= parts.size() == 1 && separator == '；';
            boolean changes = paragraph
                    .search(rule.another(), words, next.start(), next.end())
                    .find();
            boolean ofKind = isOfKind(Objects.requireNonNull(next.group("unit")), unit, separator)
                    || (separator == '，'
                            && returns(wording, unit, next.end(), Objects.requireNonNull(next.group("unit"))));
            if (!ofKind || (separator == '；' && !semicolons) || (!parts.isEmpty() && changes != another)) {
                break;
            }
            another = changes;
            rest = rule.rest()
                    .filter(words -> paragraph
                            .search(words, this.words, next.start(), next.end())
                            .lookingAt())
                    .isPresent();
            parts.add(figure(next).orElseThrow());
            full |= CountedItem.sum(parts).comparedTo(whole) == 0;
            at = next.end();
        }
        // what follows a full list may be about something else, but not the rest
        boolean all = rest ? CountedItem.sum(parts).comparedTo(whole) == 0 : full;
        return new Listed(parts, all, rest, at);
    }

    /** Whether a part counts in the whole's unit or in one of its kind; behind ， that may be a new statement, but for money. */
    private boolean isOfKind(String own, String unit, char separator) {
        ProseRules.SummableUnit one = rule.unit(own);
        ProseRules.SummableUnit other = rule.unit(unit);
        return own.equals(unit)
                || (one.base().equals(other.base())
                        && (separator == '、' || one.factor().compareTo(other.factor()) != 0));
    }

    /** Whether a list goes on, behind a part in another unit of the kind, with one in the whole's unit. */
    private boolean returns(Expression wording, String unit, int from, String other) {
        ExpressionSearch next = search(wording, from);
        int at = from;
        String own = other;
        for (int i = 0;
                i < FEW
                        && isOfKind(own, unit, '、')
                        && next.region(at, words.length()).lookingAt();
                i++) {
            own = Objects.requireNonNull(next.group("unit"));
            if (own.equals(unit)) {
                return true;
            }
            at = next.end();
        }
        return false;
    }

    private static boolean isNearly(Listed listed, CountedItem whole) {
        BigDecimal missing = whole.value().subtract(listed.sum().value());
        boolean slip = listed.parts().stream().anyMatch(one -> one.isSlipOf(missing));
        BigDecimal most = whole.value().multiply(slip ? SLIPPED : NEARLY);
        return listed.parts().size() >= MANY && missing.abs().movePointRight(2).compareTo(most) <= 0;
    }

    /**
     * The number that the parts are of: the last one before them that no part exceeds, else the first. Any number that
     * they sum up to is right, too.
     */
    private CountedItem meant(ExpressionSearch whole, CountedItem figure, Listed listed) {
        List<CountedItem> numbers = earlier(whole, figure.value().signum() == 0);
        numbers.add(0, figure);
        CountedItem most = listed.parts().stream()
                .max(Comparator.comparing(CountedItem::value))
                .orElseThrow();
        return numbers.stream()
                .filter(one -> listed.sum().comparedTo(one) == 0)
                .findFirst()
                .or(() -> numbers.stream().filter(one -> one.isAtLeast(most)).findFirst())
                .orElse(numbers.get(numbers.size() - 1));
    }

    /** The numbers before a whole in its sentence, of its unit, the last one first. */
    private List<CountedItem> earlier(ExpressionSearch whole, boolean beyond) {
        int start = whole.start("n");
        int stop = beyond ? 0 : words.lastIndexOf('。', start) + 1;
        return before(start, Objects.requireNonNull(whole.group("unit")), stop);
    }

    /** The numbers of a unit before an offset, the last one first. */
    private List<CountedItem> before(int start, String unit, int stop) {
        int from = Math.max(stop, start - REACH);
        List<CountedItem> numbers = new ArrayList<>();
        for (int at = words.lastIndexOf(TokenizedText.EXACT, start - 1);
                at >= from;
                at = words.lastIndexOf(TokenizedText.EXACT, at - 1)) {
            if (words.startsWith(unit, paragraph.tokens().behind(at))) {
                paragraph
                        .tokens()
                        .numberAt(at)
                        .ifPresent(token -> numbers.add(CountedItem.of(token, rule.unit(unit), "")));
            }
        }
        return numbers;
    }

    private void report(String id, int from, CountedItem meant, Listed listed) {
        boolean hint = id.equals("wholes-nearly");
        Diagnostic finding = Diagnostic.of(
                hint ? Severity.HINT : Severity.WARNING,
                id,
                paragraph.excerpt(from, listed.end()),
                listed.parts().stream().map(CountedItem::shown).collect(Collectors.joining(" + ")),
                listed.sum().shown(),
                meant.shown(),
                part.examined().says(rule.rule()));
        part.add(finding.as(rule.rule()), paragraph, from, listed.end());
    }
}
