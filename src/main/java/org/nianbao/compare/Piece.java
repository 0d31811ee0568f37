package org.nianbao.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.text.diff.CommandVisitor;
import org.apache.commons.text.diff.StringsComparator;
import org.nianbao.template.TemplateData;

/**
 * A part of a sentence.
 *
 * @param before empty if it is new
 * @param now empty if it was dropped
 */
@TemplateData
public record Piece(String before, String now) {
    /** The smallest piece: a number, a Latin word, a character. */
    private static final Pattern TOKEN = Pattern.compile("[0-9]+(?:[.,][0-9]+)*|[A-Za-z]+|.", Pattern.DOTALL);

    /** In UTF-16 units. Longer sentences are one piece: comparing them takes long. */
    private static final int LONGEST = 1000;

    /** In characters. Shorter kept pieces between two changes are coincidence, and belong to the change. */
    private static final int SHORTEST = 2;

    public boolean isKept() {
        return before.equals(now);
    }

    /** The pieces of a sentence; joined, they give both of its wordings. */
    static List<Piece> of(String before, String now) {
        if (before.equals(now) || before.length() > LONGEST || now.length() > LONGEST) {
            return List.of(new Piece(before, now));
        }
        TokenAlphabet letters = new TokenAlphabet();
        Pieces pieces = new Pieces(letters);
        new StringsComparator(letters.write(before), letters.write(now))
                .getScript()
                .visit(pieces);
        return pieces.joined();
    }

    /** Maps each token to one character: the library compares characters. */
    private static final class TokenAlphabet {
        private final Map<String, Character> letters = new HashMap<>();
        private final List<String> tokens = new ArrayList<>();

        String write(String sentence) {
            StringBuilder written = new StringBuilder();
            TOKEN.matcher(sentence)
                    .results()
                    .forEach(token -> written.append((char) letters.computeIfAbsent(token.group(), unknown -> {
                        tokens.add(unknown);
                        return (char) (tokens.size() - 1);
                    })));
            return written.toString();
        }

        String read(Character letter) {
            return tokens.get(letter);
        }
    }

    /** Collects what was kept, dropped and added. */
    private static final class Pieces implements CommandVisitor<Character> {
        private final TokenAlphabet letters;
        private final List<Piece> pieces = new ArrayList<>();

        Pieces(TokenAlphabet letters) {
            this.letters = letters;
        }

        @Override
        public void visitKeepCommand(Character letter) {
            add(new Piece(letters.read(letter), letters.read(letter)));
        }

        @Override
        public void visitDeleteCommand(Character letter) {
            add(new Piece(letters.read(letter), ""));
        }

        @Override
        public void visitInsertCommand(Character letter) {
            add(new Piece("", letters.read(letter)));
        }

        private void add(Piece piece) {
            Piece last = pieces.isEmpty() ? piece : pieces.get(pieces.size() - 1);
            if (!pieces.isEmpty() && last.isKept() == piece.isKept()) {
                pieces.set(pieces.size() - 1, last.with(piece));
            } else {
                pieces.add(piece);
            }
        }

        List<Piece> joined() {
            List<Piece> found = List.copyOf(pieces);
            pieces.clear();
            for (int i = 0; i < found.size(); i++) {
                Piece piece = found.get(i);
                boolean between = i > 0 && i < found.size() - 1;
                if (between && piece.isKept() && piece.now().length() < SHORTEST) {
                    pieces.set(pieces.size() - 1, pieces.get(pieces.size() - 1).with(piece));
                } else {
                    add(piece);
                }
            }
            return List.copyOf(pieces);
        }
    }

    private Piece with(Piece next) {
        return new Piece(before + next.before, now + next.now);
    }
}
