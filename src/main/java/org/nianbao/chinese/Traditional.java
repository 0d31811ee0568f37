package org.nianbao.chinese;

import com.github.houbb.opencc4j.core.ZhConvert;
import com.github.houbb.opencc4j.core.impl.ZhConvertBootstrap;
import java.util.Comparator;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Turns Simplified Chinese into Traditional, word by word. Every character keeps its place, digits and Latin stay as they
 * are, and so does what is Traditional already. Thread-safe.
 */
public final class Traditional {
    private final ZhConvert converter;

    /** Reads the dictionary, which takes some tenths of a second: make one, and only where it is needed. */
    public Traditional(Corrections corrections) {
        Dictionary dictionary = new Dictionary(corrections);
        converter = ZhConvertBootstrap.newInstance()
                .segment(dictionary)
                .dataMap(dictionary)
                .init();
    }

    /**
     * The same words in Traditional.
     *
     * @param kept words, wherever they stand, that the dictionary has no say in, and what each becomes; as long as the word
     */
    public String of(String text, Map<String, String> kept) {
        if (kept.isEmpty()) {
            return converter.toTraditional(text);
        }
        String any = kept.keySet().stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        StringBuilder turned = new StringBuilder();
        int from = 0;
        for (MatchResult word : Pattern.compile(any).matcher(text).results().toList()) {
            turned.append(converter.toTraditional(text.substring(from, word.start())));
            turned.append(kept.get(word.group()));
            from = word.end();
        }
        return turned.append(converter.toTraditional(text.substring(from))).toString();
    }
}
