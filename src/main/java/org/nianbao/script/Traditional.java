package org.nianbao.script;

import com.github.houbb.opencc4j.core.ZhConvert;
import com.github.houbb.opencc4j.core.impl.ZhConvertBootstrap;
import java.util.Comparator;
import java.util.List;
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
     * @param kept words that stay as they are, wherever they stand
     */
    public String of(String text, List<String> kept) {
        if (kept.isEmpty()) {
            return converter.toTraditional(text);
        }
        String any = kept.stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        StringBuilder turned = new StringBuilder();
        int from = 0;
        for (MatchResult word : Pattern.compile(any).matcher(text).results().toList()) {
            turned.append(converter.toTraditional(text.substring(from, word.start())));
            turned.append(word.group());
            from = word.end();
        }
        return turned.append(converter.toTraditional(text.substring(from))).toString();
    }
}
