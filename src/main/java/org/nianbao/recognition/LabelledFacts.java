package org.nianbao.recognition;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.nianbao.form.Fact;
import org.nianbao.form.Form;
import org.nianbao.input.WrittenDate;

/** Facts in lines such as 填报人：王五 联系电话：0351-1234567. */
final class LabelledFacts {
    private final Map<String, Fact> byKey;
    private final Pattern labelled;

    LabelledFacts(Form form) {
        byKey = form.facts().stream().collect(Collectors.toMap(Fact::key, fact -> fact));
        String keys = byKey.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|", "(", ")"));
        labelled = Pattern.compile("\\G\\s*" + keys + "\\s*[:：]\\s*(.*?)\\s*(?=" + keys + "\\s*[:：]|$)");
    }

    /** The facts of a line by key, without those that are blank; nothing if there is more in the line. */
    Optional<Map<String, String>> in(String line) {
        Map<String, String> facts = new LinkedHashMap<>();
        Matcher fact = labelled.matcher(line);
        int end = 0;
        while (end < line.length() && fact.find()) {
            String key = fact.group(1);
            value(Objects.requireNonNull(byKey.get(key)), fact.group(2)).ifPresent(value -> facts.put(key, value));
            end = fact.end();
        }
        return end > 0 && end == line.length() ? Optional.of(facts) : Optional.empty();
    }

    /** A value as an input writes it. */
    private static Optional<String> value(Fact fact, String text) {
        return switch (fact.type()) {
            case TEXT -> Optional.of(text).filter(words -> !words.isEmpty());
            case YEAR -> Optional.of(text.replaceFirst("年度?$", "")).filter(year -> year.matches("[12][0-9]{3}"));
            case DATE -> WrittenDate.read(text).map(date -> date.day().toString());
            case CHOICE -> Optional.of(text).filter(fact.choices()::contains);
        };
    }
}
