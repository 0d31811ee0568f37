package org.nianbao.output.docx;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nianbao.output.XmlWriter;

/**
 * Fills the XML templates of this package. A placeholder is <code>{name}</code>, or <code>{name|default}</code>; an
 * attribute whose value is <code>{name?}</code> is omitted if there is no value. Comments and indentation are removed.
 */
final class XmlTemplate {
    private static final Pattern PLACEHOLDER =
            Pattern.compile("( [\\w:]+=\")\\{([\\w.-]+)\\?}(\")|\\{([\\w.-]+)(?:\\|([^}]*))?}");

    private static final Map<String, String> LOADED = new ConcurrentHashMap<>();

    private XmlTemplate() {}

    /**
     * Returns the filled template.
     *
     * @param name of the file
     * @param values by placeholder; an {@link XmlWriter} is inserted as markup, anything else as escaped text
     * @throws IllegalStateException if a placeholder has neither a value nor a default
     */
    static String fill(String name, Map<String, ?> values) {
        String template = LOADED.computeIfAbsent(name, XmlTemplate::load);
        Matcher placeholder = PLACEHOLDER.matcher(template);
        StringBuilder filled = new StringBuilder();
        int end = 0;
        // Matcher.appendReplacement would scan the whole body of a document for backslashes
        while (placeholder.find()) {
            filled.append(template, end, placeholder.start()).append(replacement(placeholder, values));
            end = placeholder.end();
        }
        return filled.append(template, end, template.length()).toString();
    }

    private static String replacement(MatchResult match, Map<String, ?> values) {
        if (match.group(1) != null) {
            Object value = values.get(match.group(2));
            return value == null ? "" : match.group(1) + text(value) + match.group(3);
        }
        Object value = values.get(match.group(4));
        if (value == null && match.group(5) == null) {
            throw new IllegalStateException("no value for " + match.group());
        }
        return text(value == null ? match.group(5) : value);
    }

    private static String text(Object value) {
        return value instanceof XmlWriter
                ? value.toString()
                : XmlWriter.escape(value.toString()).replace("\"", "&quot;");
    }

    private static String load(String name) {
        try (InputStream in = XmlTemplate.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no template " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("(?s)<!--.*?-->", "")
                    .replaceAll("(?<!\\?>)\\n\\s*(?=[<{]|$)", "")
                    .replaceAll("\\n\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
