package org.nianbao.check.prose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.expression.Expression;
import org.nianbao.expression.ExpressionSearch;
import org.nianbao.form.ProseRules;
import org.nianbao.text.Numeral;

/** Compares a number of points that is announced (三方面问题：) with the points that follow (一是……；二是……). */
final class AnnouncedPoints {
    /** In characters: how far before the first point its announcement may begin. */
    private static final int REACH = 80;

    /** In characters: where the mark of a paragraph is. */
    private static final int START = 6;

    private final ProsePart part;
    private final ProseRules.PointRule rule;

    /** The numbers that are looked at, since two expressions may match the same one. */
    private final Set<Spot> seen = new HashSet<>();

    private AnnouncedPoints(ProsePart part, ProseRules.PointRule rule) {
        this.part = part;
        this.rule = rule;
    }

    static void check(ProsePart part, ProseRules.PointRule rule) {
        AnnouncedPoints points = new AnnouncedPoints(part, rule);
        for (int i = 0; i < part.paragraphs().size(); i++) {
            int index = i;
            Paragraph paragraph = part.paragraphs().get(i);
            for (Expression says : rule.lists()) {
                points.listed(says, i, paragraph); // first, since 甲、乙两个方面 does not announce what follows
            }
            points.openings(i).forEach(opening -> points.find(index, paragraph, opening));
        }
    }

    /** A place in the section. */
    private record Spot(int paragraph, int offset) {}

    /** Where the first of some points may begin: in a paragraph, or behind it if the next one begins so. */
    private List<Integer> openings(int index) {
        List<Integer> openings = new ArrayList<>();
        Paragraph paragraph = part.paragraphs().get(index);
        String words = paragraph.plain();
        ExpressionSearch found = paragraph.search(rule.where(), words, 0, words.length());
        while (found.find()) {
            openings.add(found.start());
        }
        if (index + 1 < part.paragraphs().size()) {
            Paragraph next = part.paragraphs().get(index + 1);
            String start = next.plain().substring(0, Math.min(next.plain().length(), START));
            if (next.search(rule.where(), start, 0, start.length()).find()) {
                openings.add(words.length());
            }
        }
        return openings;
    }

    /** Checks what announces points, if their first one may begin at an offset. */
    private void find(int index, Paragraph paragraph, int opening) {
        String words = paragraph.plain();
        int from = Math.max(words.lastIndexOf('。', opening - 3) + 1, opening - REACH);
        for (Expression says : rule.says()) {
            ExpressionSearch found = paragraph.search(says, words, Math.max(0, from), opening);
            while (!part.isFull(rule.rule()) && found.find()) {
                compare(index, paragraph, found);
            }
        }
    }

    private void compare(int index, Paragraph paragraph, ExpressionSearch found) {
        int start = found.start();
        int end = found.end();
        Optional<Integer> stated = count(found);
        Spot number = new Spot(index, found.start("count"));
        if (stated.isEmpty() || seen.contains(number) || isOther(paragraph, start, end)) {
            return;
        }
        rule.marks().stream()
                .map(mark -> points(mark, index, start, end, stated.get()))
                .filter(OptionalInt::isPresent)
                .findFirst()
                .filter(points -> points.getAsInt() != stated.get())
                .ifPresent(points -> {
                    seen.add(number);
                    report(paragraph, start, end, stated.get(), points.getAsInt());
                });
    }

    private static Optional<Integer> count(ExpressionSearch found) {
        return Optional.ofNullable(found.group("count")).flatMap(Numeral::value).map(BigDecimal::intValue);
    }

    /** Whether the clause is about something else that has a number. */
    private boolean isOther(Paragraph paragraph, int start, int end) {
        String words = paragraph.plain();
        int clause = start;
        while (clause > 0 && "，。；：".indexOf(words.charAt(clause - 1)) < 0) {
            clause--;
        }
        int from = clause;
        return rule.unless()
                .filter(unless -> paragraph.search(unless, words, from, end).find())
                .isPresent();
    }

    /**
     * The number of points with marks of one kind that follow an announcement at once; empty if there are none, or if it is
     * unknown where they end.
     */
    private OptionalInt points(Expression marks, int index, int start, int end, int stated) {
        Paragraph own = part.paragraphs().get(index);
        boolean below = own.plain().substring(end).isBlank();
        int first = below ? index + 1 : index;
        int from = below ? 0 : end;
        if (first >= part.paragraphs().size()
                || !isFirst(marks, part.paragraphs().get(first), from)) {
            return OptionalInt.empty();
        }
        int outer = outer(marks, own, start);
        int last = 0;
        Spot place = new Spot(first, from);
        for (int i = first; i < part.paragraphs().size(); i++) {
            Paragraph paragraph = part.paragraphs().get(i);
            String words = paragraph.plain();
            ExpressionSearch found = paragraph.search(marks, words, i == first ? from : 0, words.length());
            while (found.find()) {
                int value = count(found).orElse(last + 1);
                boolean ends = last > 0 && (value <= last || (last == stated && value == outer + 1));
                if (ends) {
                    boolean nested = last < stated && value == 1 && isNested(place, i, found.start());
                    return nested ? OptionalInt.empty() : enough(last, stated, index, i);
                }
                if (value != last + 1) {
                    return OptionalInt.empty();
                }
                last = value;
                place = new Spot(i, found.end());
            }
        }
        return enough(last, stated, index, part.paragraphs().size() - 1);
    }

    /** Whether a list that begins after a point may be a part of it. */
    private boolean isNested(Spot point, int paragraph, int start) {
        Paragraph own = part.paragraphs().get(paragraph);
        return point.paragraph() == paragraph
                && rule.ends()
                        .filter(ends -> own.search(ends, own.plain(), point.offset(), start)
                                .find())
                        .isEmpty();
    }

    private static boolean isFirst(Expression marks, Paragraph paragraph, int from) {
        String words = paragraph.plain();
        ExpressionSearch found = paragraph.search(marks, words, from, words.length());
        return found.lookingAt() && count(found).orElse(1) == 1;
    }

    /** The number of a point that has the announcement in it; 0 if none has. */
    private static int outer(Expression marks, Paragraph paragraph, int before) {
        ExpressionSearch found = paragraph.search(marks, paragraph.plain(), 0, before);
        int last = 0;
        while (found.find()) {
            last = count(found).orElse(0);
        }
        return last;
    }

    /** A number of points; empty if there are fewer than announced, and one more seems to be there without a mark. */
    private OptionalInt enough(int points, int stated, int from, int to) {
        boolean more = points < stated
                && part.paragraphs().subList(from, to + 1).stream()
                        .anyMatch(paragraph -> rule.more()
                                .filter(words -> paragraph
                                        .search(
                                                words,
                                                paragraph.plain(),
                                                0,
                                                paragraph.plain().length())
                                        .find())
                                .isPresent());
        return more ? OptionalInt.empty() : OptionalInt.of(points);
    }

    /** Compares a number with a list in the same clause. */
    private void listed(Expression says, int index, Paragraph paragraph) {
        String words = paragraph.plain();
        ExpressionSearch found = paragraph.search(says, words, 0, words.length());
        while (!part.isFull(rule.rule()) && found.find()) {
            String list = found.group("list");
            Optional<Integer> stated = count(found);
            if (list == null || stated.isEmpty() || isOther(paragraph, found.start(), found.end())) {
                continue;
            }
            if (!seen.add(new Spot(index, found.start("count")))) {
                continue;
            }
            boolean open = found.has("open") && found.group("open") != null;
            List<Integer> counts = rule.between().stream()
                    .map(between -> Chapters.items(list, between, paragraph))
                    .toList();
            boolean wrong =
                    counts.stream().allMatch(items -> open ? items > stated.get() : !items.equals(stated.get()));
            if (wrong && !counts.isEmpty() && counts.get(0) > 1) {
                report(paragraph, found.start(), found.end(), stated.get(), counts.get(0));
            }
        }
    }

    private void report(Paragraph paragraph, int start, int end, int stated, int actual) {
        Diagnostic finding = Diagnostic.warning(
                        "points",
                        paragraph.excerpt(start, end),
                        stated,
                        actual,
                        part.examined().says(rule.rule()))
                .as(rule.rule());
        part.add(finding, paragraph, start, end);
    }
}
