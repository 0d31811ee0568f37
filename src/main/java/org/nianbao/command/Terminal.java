package org.nianbao.command;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.nianbao.console.DiagnosticText;
import org.nianbao.console.TextStyle;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Message;

/**
 * The streams and the language of a run.
 *
 * @param out gets results
 * @param err gets diagnostics
 * @param locale language of both: Chinese for any {@code zh}, else English
 * @param colored the streams that end at a terminal with colors
 */
public record Terminal(PrintWriter out, PrintWriter err, Locale locale, Set<Stream> colored) {
    /** A stream that may end at a terminal. */
    public enum Stream {
        OUT,
        ERR
    }

    public Terminal {
        colored = Set.copyOf(colored);
    }

    /** The streams of this process. */
    static Terminal ofProcess() {
        return new Terminal(
                writer(FileDescriptor.out),
                writer(FileDescriptor.err),
                locale(System.getProperty("nianbao.language", "")),
                colored(System.getProperty("nianbao.terminal", ""), System.getenv()));
    }

    private static PrintWriter writer(FileDescriptor file) {
        Charset charset =
                Optional.ofNullable(System.console()).map(Console::charset).orElse(StandardCharsets.UTF_8);
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(file), charset), true);
    }

    /** The language of a POSIX locale such as {@code zh_CN.UTF-8}, installed or not; without a name, Java's default. */
    private static Locale locale(String name) {
        if (name.isEmpty() || name.startsWith("$")) {
            return Locale.getDefault();
        }
        return name.startsWith("zh") ? Locale.CHINESE : Locale.ENGLISH;
    }

    /** Java cannot tell whether a single stream ends at a terminal; the launcher can. For NO_COLOR see no-color.org. */
    private static Set<Stream> colored(String terminals, Map<String, String> environment) {
        boolean wanted = environment.getOrDefault("NO_COLOR", "").isEmpty() && !"dumb".equals(environment.get("TERM"));
        return Arrays.stream(Stream.values())
                .filter(stream -> wanted && terminals.contains(stream.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }

    /** The same streams in another language. */
    Terminal in(Locale other) {
        return new Terminal(out, err, other, colored);
    }

    /** The language as a tag of BCP 47. */
    String language() {
        return Message.chinese(locale) ? "zh-CN" : "en";
    }

    /** Prints a result. */
    void println(Message line) {
        out.println(line.in(locale));
    }

    /** Prints diagnostics. */
    void report(List<Diagnostic> diagnostics) {
        diagnostics.forEach(diagnostic -> err.print(DiagnosticText.of(diagnostic, locale, style(Stream.ERR))));
        err.flush();
    }

    TextStyle style(Stream stream) {
        return colored.contains(stream) ? TextStyle.ANSI : TextStyle.PLAIN;
    }
}
