package org.nianbao.expression;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.SourceSpan;

/**
 * A regular expression of a form, in the syntax of {@link Pattern}. Its work is counted in characters that it reads, and
 * ends with an {@link Allowance}. Immutable.
 *
 * <p>Between two characters it does little, because {@link ExpressionShape} refuses repetitions of nothing.
 */
public final class Expression {
    /** What was compiled in this process, by what was written: editions of a form share most expressions. */
    private static final Map<String, Compiled> COMPILED = new ConcurrentHashMap<>();

    private static final class Compiled {
        private final Pattern pattern;

        /** Words of which each match has one; none if they are not known; null until they are needed. */
        private volatile @Nullable List<String> required;

        Compiled(String written) {
            pattern = Pattern.compile(written);
        }

        List<String> required() {
            List<String> known = required;
            if (known == null) {
                known = RequiredWords.of(pattern.pattern());
                required = known;
            }
            return known;
        }
    }

    private final Compiled compiled;
    private final SourceSpan place;

    private Expression(Compiled compiled, SourceSpan place) {
        this.compiled = compiled;
        this.place = place;
    }

    /** An expression cannot be used. */
    public static final class Unfit extends Exception {
        private static final long serialVersionUID = 1;

        private final transient Message reason;

        private Unfit(Message reason) {
            super(reason.toString());
            this.reason = reason;
        }

        /** Why, as the help of a diagnostic. */
        public Message reason() {
            return reason;
        }
    }

    /**
     * Compiles an expression.
     *
     * @param written with everything inserted that it names
     * @param place where it is written
     * @throws Unfit if it has an error, or could work without end
     */
    public static Expression of(String written, SourceSpan place) throws Unfit {
        Compiled known = COMPILED.get(written);
        if (known == null) {
            known = compile(written);
            COMPILED.put(written, known);
        }
        return new Expression(known, place);
    }

    private static Compiled compile(String written) throws Unfit {
        Optional<Message> fault = ExpressionShape.fault(written);
        if (fault.isPresent()) {
            throw new Unfit(fault.get());
        }
        try {
            return new Compiled(written);
        } catch (PatternSyntaxException e) {
            throw new Unfit(Message.verbatim(String.valueOf(e.getDescription())));
        }
    }

    /** An expression that is found nowhere. */
    public static Expression never(SourceSpan place) {
        return new Expression(new Compiled("(?!)"), place);
    }

    /** Whether a replacement names only groups that there are, as {@link ExpressionSearch#appendReplacement} needs it. */
    public boolean canWrite(String replacement) {
        Matcher nothing = Pattern.compile("(?:" + this + ")|").matcher("");
        try {
            return nothing.find() && nothing.appendReplacement(new StringBuilder(), replacement) == nothing;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return false;
        }
    }

    /** Whether a text has one of the words that every match has; if not, it need not be searched. */
    public boolean mayOccurIn(String text) {
        List<String> required = compiled.required();
        for (String word : required) {
            if (text.contains(word)) {
                return true;
            }
        }
        return required.isEmpty();
    }

    /** Prepares to search a text. */
    public ExpressionSearch in(String text, Allowance allowance) {
        return new ExpressionSearch(this, text, allowance);
    }

    Pattern pattern() {
        return compiled.pattern;
    }

    /** Where it is written. */
    SourceSpan place() {
        return place;
    }

    /** As it was compiled. */
    @Override
    public String toString() {
        return compiled.pattern.pattern();
    }
}
