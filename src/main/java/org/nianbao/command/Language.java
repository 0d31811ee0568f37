package org.nianbao.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --lang}: the language that a run speaks, in whatever place it is asked for. */
final class Language {
    private static final String NAME = "--lang";

    /** The languages, as people type them. */
    private enum Spoken {
        zh,
        en
    }

    /** It has done its work by then; picocli sees to it that it is one of the languages, and tells of it in the help. */
    @Option(names = NAME, paramLabel = "zh|en", descriptionKey = "language.lang")
    private void spoken(Spoken language) {}

    /**
     * The language that arguments ask for, if they do so rightly. It is looked for before anything else is read, since
     * what is wrong with the arguments is told in it.
     */
    static Optional<Locale> asked(String... arguments) {
        List<String> words = Arrays.asList(arguments);
        for (Spoken spoken : Spoken.values()) {
            int at = words.indexOf(NAME);
            boolean apart =
                    at >= 0 && at + 1 < words.size() && words.get(at + 1).equals(spoken.name());
            if (apart || words.contains(NAME + "=" + spoken.name())) {
                return Optional.of(Locale.forLanguageTag(spoken.name()));
            }
        }
        return Optional.empty();
    }
}
