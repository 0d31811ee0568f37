package org.nianbao.input;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nianbao.form.Term;

/** Parses the sums in {@code form.yaml} and {@code prose.yaml}, such as {@code a + b - last.c}. */
final class Equation {
    /** The prefix of a figure of last year's report. */
    private static final String LAST = "last.";

    private static final Pattern TERM = Pattern.compile("(?:^|\\s([+-])\\s)\\s*(.+?)\\s*(?=\\s[+-]\\s|$)");

    private Equation() {}

    /** The terms of one side of an equation. */
    static List<Term> terms(String side) {
        List<Term> terms = new ArrayList<>();
        Matcher matcher = TERM.matcher(side.strip());
        while (matcher.find()) {
            String name = matcher.group(2);
            boolean last = name.startsWith(LAST);
            terms.add(new Term(last ? name.substring(LAST.length()) : name, "-".equals(matcher.group(1)), last));
        }
        return terms;
    }
}
