package org.nianbao.chinese;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A script that Chinese is printed in. */
public enum Script {
    HANS("简体"),
    HANT("繁体");

    private final String written;

    Script(String written) {
        this.written = written;
    }

    /** What an input calls it. */
    public String written() {
        return written;
    }

    /** What a command calls it: its code in ISO 15924, in lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of that code. */
    public static Optional<Script> ofCode(String code) {
        return Arrays.stream(values())
                .filter(script -> script.code().equals(code))
                .findFirst();
    }

    /** The one that an input means. */
    public static Optional<Script> ofWritten(String word) {
        return Arrays.stream(values())
                .filter(script -> script.written.equals(word))
                .findFirst();
    }

    /** What inputs may call them. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Script::written).toList();
    }
}
