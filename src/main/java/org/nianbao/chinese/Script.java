package org.nianbao.chinese;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A script of printed Chinese. */
public enum Script {
    HANS("简体"),
    HANT("繁体");

    private final String written;

    Script(String written) {
        this.written = written;
    }

    /** The name in inputs. */
    public String written() {
        return written;
    }

    /** The name on the command line: the code of ISO 15924, in lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Script> ofCode(String code) {
        return Arrays.stream(values())
                .filter(script -> script.code().equals(code))
                .findFirst();
    }

    public static Optional<Script> ofWritten(String word) {
        return Arrays.stream(values())
                .filter(script -> script.written.equals(word))
                .findFirst();
    }

    /** The names in inputs. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Script::written).toList();
    }
}
