package org.nianbao.blank;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/** What a blank input explains, in Chinese as the report itself: the sentences of {@code comments.properties}. */
public final class Comments {
    private static final ResourceBundle SENTENCES = ResourceBundle.getBundle(
            "org.nianbao.blank.comments",
            Locale.ROOT,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    private Comments() {}

    /**
     * A sentence.
     *
     * @param key of the sentence
     * @param arguments put into {@code {0}}, {@code {1}}… as {@code toString} has them, digits untouched
     */
    public static String say(String key, Object... arguments) {
        Object[] said = Arrays.stream(arguments).map(Object::toString).toArray();
        return new MessageFormat(SENTENCES.getString(key), Locale.ROOT).format(said);
    }
}
