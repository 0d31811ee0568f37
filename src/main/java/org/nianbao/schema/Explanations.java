package org.nianbao.schema;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.ResourceBundle;

/** What editors say of an input's keys, in Chinese: the sentences of {@code explanations.properties}. */
final class Explanations {
    private static final ResourceBundle SENTENCES = ResourceBundle.getBundle(
            "org.nianbao.schema.explanations",
            Locale.ROOT,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    private Explanations() {}

    /**
     * A sentence.
     *
     * @param key of the sentence
     * @param arguments put into {@code {0}}, {@code {1}}… as {@code toString} has them, digits untouched
     */
    static String say(String key, Object... arguments) {
        Object[] said = Arrays.stream(arguments).map(Object::toString).toArray();
        return new MessageFormat(SENTENCES.getString(key), Locale.ROOT).format(said);
    }

    /** Some words one after another. */
    static String list(Collection<String> words) {
        return String.join(say("comma"), words);
    }
}
