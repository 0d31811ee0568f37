package org.nianbao.expression;

import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** A search for an expression in a text, as by {@link Matcher}. For one thread. */
public final class ExpressionSearch {
    private final Expression expression;
    private final Allowance allowance;
    private final Matcher matcher;

    ExpressionSearch(Expression expression, String text, Allowance allowance) {
        this.expression = expression;
        this.allowance = allowance;
        matcher = expression.pattern().matcher(new CountedText(text));
    }

    /** A text that counts how often it is read. */
    private final class CountedText implements CharSequence {
        private final String text;

        CountedText(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            allowance.spend(1, expression);
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** Limits the search to a part of the text. */
    public ExpressionSearch region(int from, int to) {
        matcher.region(from, to);
        return this;
    }

    /** Finds the next match. */
    public boolean find() {
        return within(matcher::find);
    }

    /** Whether the expression matches at the start of the region. */
    public boolean lookingAt() {
        return within(matcher::lookingAt);
    }

    private boolean within(BooleanSupplier work) {
        allowance.begin(expression);
        try {
            return work.getAsBoolean();
        } catch (StackOverflowError e) { // a repeated group takes a frame for each round
            throw new Allowance.Exhausted(expression);
        }
    }

    /** Where the match starts. */
    public int start() {
        return matcher.start();
    }

    /** Where a group starts; -1 if it is not part of the match. */
    public int start(String group) {
        return matcher.start(group);
    }

    /** Behind the match. */
    public int end() {
        return matcher.end();
    }

    /** The match. */
    public String group() {
        return matcher.group();
    }

    /** Whether a group is part of the match. The expression may be without it. */
    public boolean has(String group) {
        return expression.toString().contains("(?<" + group + ">") && matcher.start(group) >= 0;
    }

    /** The words of a group; null if it is not part of the match. */
    public @Nullable String group(String group) {
        return matcher.group(group);
    }

    /** Appends the text since the last match, and a replacement, as {@link Matcher#appendReplacement} does. */
    public void appendReplacement(StringBuilder to, String replacement) {
        matcher.appendReplacement(to, replacement);
    }
}
