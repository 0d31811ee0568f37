package org.nianbao.schema;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts that editors show for keys of an input, in Chinese, from {@code explanations.properties}. */
final class Explanations {
    private static final ResourceBundle SENTENCES = ResourceBundle.getBundle(
            "org.nianbao.schema.explanations",
            Locale.ROOT,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    private Explanations() {}

    /** The sentence of a key, with the arguments in {@code {0}}, {@code {1}}…; numbers are not formatted. */
    static String say(String key, Object... arguments) {
        Object[] said = Arrays.stream(arguments).map(Object::toString).toArray();
        return new MessageFormat(SENTENCES.getString(key), Locale.ROOT).format(said);
    }

    /** A list of words. */
    static String list(Collection<String> words) {
        return String.join(say("comma"), words);
    }
}
