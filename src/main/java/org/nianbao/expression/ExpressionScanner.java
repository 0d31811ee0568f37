package org.nianbao.expression;

/** Reads the characters of a regular expression one after the other. */
class ExpressionScanner {
    final String written;
    int at;

    ExpressionScanner(String written) {
        this.written = written;
    }

    /** The next character, or NUL at the end; goes on behind it. */
    final char next() {
        char c = peek();
        at++;
        return c;
    }

    /** The next character, or NUL at the end. */
    final char peek() {
        return at < written.length() ? written.charAt(at) : '\0';
    }

    final void skipBehind(String end) {
        int found = written.indexOf(end, at);
        at = found < 0 ? written.length() : found + end.length();
    }

    /** Skips the rest of a class, behind its opening bracket. */
    final void skipClass() {
        int from = at;
        for (int open = 1; open > 0 && at < written.length(); ) {
            boolean first = at == from || (at == from + 1 && written.charAt(from) == '^');
            char c = next();
            if (c == '\\') {
                if (next() == 'Q') {
                    skipBehind("\\E");
                }
            } else if (c == '[') {
                open++;
            } else if (c == ']' && !first) { // the first one is a member
                open--;
            }
        }
    }
}
