package org.nianbao.input;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.Source;

/**
 * A line of an input that YAML did not take as it was meant.
 *
 * @param number from 1
 */
record SourceLine(Source source, int number) {
    /** A key with a colon that ends no key: a full-width one, or one without a space behind it. */
    private static final Pattern WRONG_COLON =
            Pattern.compile("([ \u3000]*(?:- +)?)([^\\s：:#\"'{}\\[\\],|>，。；！？“”]{1,20})[ \u3000]*(：|:(?=[^\\s/]))(.*)");

    private static final Pattern OPENS_PROSE = Pattern.compile(".*[:：]\\s*[|>｜][-+0-9]*\\s*");

    /** So much of a value is repeated in help. */
    private static final int SHOWN = 16;

    /** The line that an offset is in. */
    static SourceLine at(Source source, int offset) {
        return new SourceLine(source, source.lineAt(offset));
    }

    String text() {
        return source.line(number);
    }

    int start() {
        return source.lineStart(number);
    }

    boolean isBlank() {
        return text().isBlank() || text().strip().startsWith("#");
    }

    /** How many spaces it opens with. */
    int indent() {
        return (int) text().chars().takeWhile(c -> c == ' ').count();
    }

    /** The last line above that says something. */
    Optional<SourceLine> above() {
        for (int line = number - 1; line > 0; line--) {
            SourceLine above = new SourceLine(source, line);
            if (!above.isBlank()) {
                return Optional.of(above);
            }
        }
        return Optional.empty();
    }

    /** Whether it should stand below a {@code key: |} but is not indented. */
    boolean isProseNotIndented() {
        for (Optional<SourceLine> above = above();
                above.isPresent();
                above = above.get().above()) {
            if (above.get().indent() <= indent()) {
                return OPENS_PROSE.matcher(above.get().text()).matches();
            }
        }
        return false;
    }

    boolean hasWrongColon() {
        return WRONG_COLON.matcher(text()).matches();
    }

    /** Its wrong colon, and those of all lines below it with the same indentation; nothing if it has none. */
    List<Diagnostic> colons() {
        Diagnostics diagnostics = new Diagnostics();
        if (hasWrongColon()) {
            for (int line = number; source.lineStart(line) < source.text().length(); line++) {
                SourceLine below = new SourceLine(source, line);
                if (below.indent() == indent()) {
                    below.colon().ifPresent(diagnostics::add);
                }
            }
        }
        return diagnostics.list();
    }

    private Optional<Diagnostic> colon() {
        Matcher matcher = WRONG_COLON.matcher(text());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String id = matcher.group(3).equals("：") ? "full-width-colon" : "no-space-after-colon";
        String value = matcher.group(4).strip().replaceFirst("^｜", "|");
        String shown = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
        return Optional.of(Diagnostic.error(id, source.between(start() + matcher.start(3), start() + matcher.end(3)))
                .help(Message.of("write-instead", (matcher.group(2) + ": " + shown).strip())));
    }
}
