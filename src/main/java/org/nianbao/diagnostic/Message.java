package org.nianbao.diagnostic;

import java.text.MessageFormat;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/** A text for users, in Chinese or English. */
@FunctionalInterface
public interface Message {
    /** In UTF-16 units; longer arguments are cut. */
    int LONGEST = 1000;

    /** Characters that move a terminal's cursor, or reverse text. */
    Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}]");

    /** The text in Chinese for any {@code zh}, else in English. */
    String in(Locale locale);

    /**
     * A text of {@code messages.properties}. A missing key throws {@link java.util.MissingResourceException} when it is
     * formatted.
     *
     * @param arguments for {@code {0}}, {@code {1}}…: messages in the same language, all else by {@code toString}
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

    /** A text of {@code messages.properties} with … for every argument, if there is such a key. */
    static Optional<Message> general(String key) {
        Object[] unsaid = Collections.nCopies(10, "…").toArray();
        return bundle(Locale.ROOT).containsKey(key) ? Optional.of(of(key, unsaid)) : Optional.empty();
    }

    /** A text of a form, in both languages. */
    static Message of(Bilingual text) {
        return locale -> chinese(locale) ? text.zh() : text.en();
    }

    /** The same text in every language, such as a name; made {@link #seen safe to show} and cut like an argument. */
    static Message verbatim(String words) {
        String shown = cut(words);
        return locale -> shown;
    }

    /** A text in Chinese and English. */
    record Bilingual(String zh, String en) {}

    /** Whether messages are in Chinese. */
    static boolean chinese(Locale locale) {
        return locale.getLanguage().equals("zh");
    }

    /** A text that is safe to show: file names and broken inputs can contain anything. */
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
