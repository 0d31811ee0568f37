package org.nianbao.blank;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/** The comments of new inputs, in Chinese like the report itself, from {@code comments.properties}. */
public final class Comments {
    private static final ResourceBundle SENTENCES = ResourceBundle.getBundle(
            "org.nianbao.blank.comments",
            Locale.ROOT,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    private Comments() {}

    /** The sentence of a key, with the arguments in {@code {0}}, {@code {1}}…; numbers are not formatted. */
    public static String say(String key, Object... arguments) {
        Object[] said = Arrays.stream(arguments).map(Object::toString).toArray();
        return new MessageFormat(SENTENCES.getString(key), Locale.ROOT).format(said);
    }
}
