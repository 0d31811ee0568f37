package org.nianbao.expression;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds words of which every match of a regular expression has at least one, so that a text without them need not be
 * searched. Finds none where it is in doubt.
 */
final class RequiredWords extends ExpressionScanner {
    /** Number of words; to look for more is hardly cheaper than the search. */
    private static final int MOST = 12;

    private RequiredWords(String written) {
        super(written);
    }

    /** The words; empty if none are known. The expression has to be valid. */
    static List<String> of(String written) {
        RequiredWords words = new RequiredWords(written);
        Optional<Set<String>> found = words.alternatives();
        return words.at == written.length() ? List.copyOf(found.orElse(Set.of())) : List.of();
    }

    /** Up to a closing bracket or the end: one word of each alternative. */
    private Optional<Set<String>> alternatives() {
        Optional<Set<String>> all = sequence();
        while (peek() == '|') {
            at++;
            Optional<Set<String>> next = sequence();
            all = all.flatMap(words -> next.map(more -> union(words, more)));
        }
        return all.filter(words -> words.size() <= MOST);
    }

    private static Set<String> union(Set<String> words, Set<String> more) {
        Set<String> both = new LinkedHashSet<>(words);
        both.addAll(more);
        return both;
    }

    /** A part of a sequence: a character that stands for itself, or else words of which it has one; both may be missing. */
    private record Atom(String character, Optional<Set<String>> words) {
        static final Atom UNKNOWN = new Atom("", Optional.empty());
    }

    private Optional<Set<String>> sequence() {
        List<Set<String>> found = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        while (at < written.length() && peek() != '|' && peek() != ')') {
            Atom atom = atom();
            int behind = at;
            boolean once = quantifier();
            if (once) {
                literal.append(atom.character());
            }
            if (atom.character().isEmpty() || at > behind) { // what follows is not next to it
                add(literal, found);
            }
            atom.words().filter(words -> once).ifPresent(found::add);
        }
        add(literal, found);
        return found.stream().reduce((a, b) -> isBetter(b, a) ? b : a);
    }

    private static void add(StringBuilder literal, List<Set<String>> found) {
        if (literal.length() > 0) {
            found.add(Set.of(literal.toString()));
            literal.setLength(0);
        }
    }

    /** Longer words are rarer, and fewer are found sooner. */
    private static boolean isBetter(Set<String> one, Set<String> other) {
        int shortest = shortest(one);
        int otherShortest = shortest(other);
        return shortest > otherShortest || (shortest == otherShortest && one.size() < other.size());
    }

    private static int shortest(Set<String> words) {
        return words.stream().mapToInt(String::length).min().orElse(0);
    }

    private Atom atom() {
        char c = next();
        return switch (c) {
            case '\\' -> escaped();
            case '[' -> {
                skipClass();
                yield Atom.UNKNOWN;
            }
            case '(' -> new Atom("", group());
            case '.', '^', '$' -> Atom.UNKNOWN;
            default -> character(c);
        };
    }

    /** Marks of numbers do not count, since most sentences have some. */
    private static Atom character(char c) {
        return c >= '\uE000' && c <= '\uF8FF' ? Atom.UNKNOWN : new Atom(String.valueOf(c), Optional.empty());
    }

    private Atom escaped() {
        char c = next();
        if (c == 'u' && at + 4 <= written.length()) {
            at += 4;
            return character((char) Integer.parseInt(written.substring(at - 4, at), 16));
        }
        if (c == 'Q' || c == 'k' || c == 'p' || c == 'P' || c == 'x' || c == 'c') {
            at = written.length() + 1; // not worth reading on
        }
        return Character.isLetterOrDigit(c) ? Atom.UNKNOWN : character(c);
    }

    private Optional<Set<String>> group() {
        boolean counts = true;
        if (peek() == '?') { // a group without a number, or what is looked at beside the match
            boolean named =
                    written.startsWith("?<", at) && !written.startsWith("?<=", at) && !written.startsWith("?<!", at);
            counts = named || written.startsWith("?:", at) || written.startsWith("?>", at);
            at = named ? written.indexOf('>', at) + 1 : at + (written.startsWith("?<", at) ? 3 : 2);
        }
        Optional<Set<String>> words = alternatives();
        at++;
        return counts ? words : Optional.empty();
    }

    /** Skips what repeats an atom; whether it is there at least once. */
    private boolean quantifier() {
        int from = at;
        char c = peek();
        boolean once = c != '?' && c != '*' && !written.startsWith("{0", at);
        if (c == '{') {
            at = written.indexOf('}', at) + 1;
        } else if (c == '?' || c == '*' || c == '+') {
            at++;
        }
        if (at > from && (peek() == '?' || peek() == '+')) {
            at++;
        }
        return once;
    }
}
