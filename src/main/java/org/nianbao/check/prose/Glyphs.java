package org.nianbao.check.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import org.nianbao.problem.Message;
import org.nianbao.problem.Places;
import org.nianbao.problem.Problem;
import org.nianbao.report.Fact;
import org.nianbao.report.Report;
import org.nianbao.report.Section;

/** Finds the characters of a report that no font could print. */
public final class Glyphs {
    /** Of one part of the report; a text with more is in another script, or in none. */
    private static final int MOST_TOLD = 20;

    private Glyphs() {}

    /**
     * The characters that nobody could print, each once for the part it stands in.
     *
     * @param letters the script of the documents: what is typed in, what is printed out, of the same length
     * @param covered whether some font has the code point
     */
    public static List<Problem> missing(
            Report report, Places places, UnaryOperator<String> letters, IntPredicate covered) {
        List<Problem> problems = new ArrayList<>();
        for (Fact fact : report.form().facts()) {
            report.fact(fact.key()).ifPresent(text -> look(fact.key(), text, places, letters, covered, problems));
        }
        for (Section section : report.form().sections()) {
            look(section.key(), report.prose(section.key()), places, letters, covered, problems);
        }
        return problems;
    }

    private static void look(
            String path,
            String text,
            Places places,
            UnaryOperator<String> letters,
            IntPredicate covered,
            List<Problem> problems) {
        String printed = letters.apply(text);
        int[] missing = printed.codePoints()
                .filter(character -> !Character.isWhitespace(character) && !covered.test(character))
                .distinct()
                .limit(MOST_TOLD)
                .toArray();
        for (int character : missing) {
            String shown = Character.toString(character);
            int at = printed.indexOf(shown);
            String typed = text.substring(at, at + shown.length());
            problems.add(Problem.error(
                    "no-glyph",
                    places.of(path, typed),
                    Message.of("no-glyph", shown, String.format("U+%04X", character)),
                    Message.of("no-glyph.way-out")));
        }
    }
}
