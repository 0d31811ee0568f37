package org.nianbao.diagnostic;

import java.text.MessageFormat;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/** A sentence for a person, in Chinese or English. */
@FunctionalInterface
public interface Message {
    /** In UTF-16 units: no key, path or list of keys is longer in good faith. */
    int LONGEST = 1000;

    /** What moves a terminal's cursor, or turns words round. */
    Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}]");

    /** The sentence in the language of {@code locale}: Chinese for any {@code zh}, else English. */
    String in(Locale locale);

    /**
     * A sentence of {@code messages.properties}.
     *
     * @param key of the sentence
     * @param arguments put into {@code {0}}, {@code {1}}…; a {@link Message} is said in the same language, all
     *     else is put in as {@code toString} has it, digits untouched, very long words cut
     * @throws java.util.MissingResourceException if there is no such sentence, when it is said
     */
    static Message of(String key, Object... arguments) {
        List<Object> kept = List.of(arguments);
        return locale -> {
            String pattern = bundle(locale).getString(key);
            Object[] said = kept.stream()
                    .map(argument ->
                            argument instanceof Message message ? message.in(locale) : cut(argument.toString()))
                    .toArray();
            return new MessageFormat(pattern, Locale.ROOT).format(said);
        };
    }

    /**
     * What a sentence of {@code messages.properties} says in general, with … in every gap.
     *
     * @param key of the sentence; if there is none, neither is there an answer
     */
    static Optional<Message> general(String key) {
        // no sentence has as many gaps as this
        Object[] unsaid = Collections.nCopies(10, "…").toArray();
        return bundle(Locale.ROOT).containsKey(key) ? Optional.of(of(key, unsaid)) : Optional.empty();
    }

    /** A sentence that comes with the data, in both languages. */
    static Message of(Bilingual text) {
        return locale -> chinese(locale) ? text.zh() : text.en();
    }

    /** The same words in every language, such as a name. */
    static Message verbatim(String words) {
        return locale -> words;
    }

    /**
     * A text in both languages.
     *
     * @param zh in Chinese
     * @param en in English
     */
    record Bilingual(String zh, String en) {}

    /** Whether Chinese is to be spoken. */
    static boolean chinese(Locale locale) {
        return locale.getLanguage().equals("zh");
    }

    /** Words as they may be shown: names of files and broken inputs can hold anything. */
    static String seen(String words) {
        return UNSEEN.matcher(words).replaceAll("\uFFFD");
    }

    private static String cut(String words) {
        String cut = words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words;
        return seen(cut);
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "org.nianbao.diagnostic.messages",
                chinese(locale) ? Locale.CHINESE : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
