package org.nianbao.form;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How something is said: a regular expression, and words of which a text must hold at least one for it. They follow from
 * the expression, and are looked for first: most texts hold none.
 *
 * @param pattern the expression
 * @param needed one of them is in every match; empty if nothing is known of it
 */
public record Wording(Pattern pattern, List<String> needed) {
    public Wording {
        needed = List.copyOf(needed);
    }

    public static Wording of(Pattern pattern) {
        return new Wording(pattern, new Expression(pattern.pattern()).needed());
    }

    /** Looks for it in a text. */
    public Matcher matcher(CharSequence text) {
        return pattern.matcher(text);
    }

    /** Whether a text may hold a match. Where this is false, there is none. */
    public boolean mayBeIn(String text) {
        for (String word : needed) {
            if (text.contains(word)) {
                return true;
            }
        }
        return needed.isEmpty();
    }

    /** Reads an expression once, from left to right; of what it does not understand it needs nothing. */
    private static final class Expression {
        /** More words take longer to look for than the expression itself. */
        private static final int MOST = 40;

        private final String text;
        private int at;

        Expression(String text) {
            this.text = text;
        }

        List<String> needed() {
            Optional<Set<String>> needed = alternatives();
            return at < text.length() ? List.of() : List.copyOf(needed.orElse(Set.of()));
        }

        /** One of what each alternative needs; nothing if one of them needs nothing. */
        private Optional<Set<String>> alternatives() {
            Set<String> all = new LinkedHashSet<>();
            boolean known = true;
            while (true) {
                Optional<Set<String>> one = sequence();
                known &= one.isPresent();
                one.ifPresent(all::addAll);
                if (at == text.length() || text.charAt(at) != '|') {
                    return known && all.size() <= MOST ? Optional.of(all) : Optional.empty();
                }
                at++;
            }
        }

        /** The longest words that some part of a sequence needs. */
        private Optional<Set<String>> sequence() {
            Optional<Set<String>> best = Optional.empty();
            StringBuilder run = new StringBuilder();
            while (at < text.length() && "|)".indexOf(text.charAt(at)) < 0) {
                boolean literal = "[(.^$\\".indexOf(text.charAt(at)) < 0;
                String letter = text.substring(at, at + 1);
                Optional<Set<String>> atom = atom();
                Quantity quantity = quantity();
                if (literal && quantity == Quantity.ONE) {
                    run.append(letter);
                    continue;
                }
                if (literal && quantity == Quantity.MORE) {
                    run.append(letter);
                }
                best = better(best, word(run));
                run.setLength(0);
                best = quantity == Quantity.MAYBE ? best : better(best, atom);
            }
            return better(best, word(run));
        }

        private static Optional<Set<String>> word(CharSequence run) {
            return run.length() == 0 ? Optional.empty() : Optional.of(Set.of(run.toString()));
        }

        private static Optional<Set<String>> better(Optional<Set<String>> one, Optional<Set<String>> other) {
            return shortest(other) > shortest(one) ? other : one;
        }

        private static int shortest(Optional<Set<String>> words) {
            return words.map(set -> set.stream().mapToInt(String::length).min().orElse(0))
                    .orElse(0);
        }

        private Optional<Set<String>> atom() {
            char c = text.charAt(at);
            if (c == '[') {
                return choice();
            }
            if (c == '(') {
                return group();
            }
            boolean escaped = c == '\\';
            char meant = escaped ? text.charAt(at + 1) : c;
            at += escaped ? escape() : 1;
            boolean known = escaped ? !Character.isLetterOrDigit(meant) : ".^$".indexOf(c) < 0;
            return known ? Optional.of(Set.of(String.valueOf(meant))) : Optional.empty();
        }

        private int escape() {
            return text.startsWith("u", at + 1) ? 6 : 2;
        }

        /** A few characters to choose from are known; ranges, negations and escapes are not. */
        private Optional<Set<String>> choice() {
            Set<String> characters = new LinkedHashSet<>();
            boolean known = true;
            at++;
            int depth = 1;
            while (at < text.length() && depth > 0) {
                char c = text.charAt(at);
                depth += c == '[' ? 1 : c == ']' ? -1 : 0;
                known &= "^-[\\&".indexOf(c) < 0;
                if (depth > 0) {
                    characters.add(String.valueOf(c));
                }
                at += c == '\\' ? escape() : 1;
            }
            return known ? Optional.of(characters) : Optional.empty();
        }

        /** What looks for something that must not be there needs nothing. */
        private Optional<Set<String>> group() {
            at++;
            boolean negated = text.startsWith("?!", at) || text.startsWith("?<!", at);
            if (text.startsWith("?", at)) {
                at++;
                if (text.startsWith("<", at) && !text.startsWith("<=", at) && !text.startsWith("<!", at)) {
                    at = text.indexOf('>', at) + 1;
                } else {
                    at += text.startsWith("<", at) ? 2 : 1;
                }
            }
            Optional<Set<String>> needed = alternatives();
            at++;
            return negated ? Optional.empty() : needed;
        }

        private enum Quantity {
            ONE,
            MORE,
            MAYBE
        }

        private Quantity quantity() {
            if (at == text.length() || "?*+{".indexOf(text.charAt(at)) < 0) {
                return Quantity.ONE;
            }
            char c = text.charAt(at);
            boolean maybe = c == '?' || c == '*' || text.startsWith("{0", at);
            at = c == '{' ? text.indexOf('}', at) + 1 : at + 1;
            if (at < text.length() && "?+".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            return maybe ? Quantity.MAYBE : Quantity.MORE;
        }
    }
}
