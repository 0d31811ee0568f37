package org.nianbao.template;

import freemarker.core._CoreAPI;
import freemarker.template.Configuration;
import freemarker.template.Template;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Templates that stop when their thread is interrupted. Regular expressions, and templates made from texts, could not be
 * stopped, so templates that use them are refused. Thread-safe.
 */
final class StoppableTemplates extends Configuration {
    /** In the canonical form of a template. */
    private static final Pattern UNSTOPPABLE = Pattern.compile("\\?(?:matches|eval|interpret)\\b(?!_)");

    /** What takes flags, among them {@code r} for regular expressions, behind one argument or two. */
    private static final Pattern FLAGGED =
            Pattern.compile("\\?(?<name>replace|split|keep_(?:before|after)(?:_last)?)\\b(?<open>\\(?)");

    /** Guarded by itself: FreeMarker gives all threads one object, and preparing a template rewrites it in place. */
    private final Set<Template> prepared = Collections.newSetFromMap(new WeakHashMap<>());

    StoppableTemplates() {
        super(DataWrapper.VERSION);
    }

    /** A template uses what cannot be stopped. */
    static final class Unstoppable extends IOException {
        private static final long serialVersionUID = 1;

        /** The built-in that it uses, such as {@code ?matches}. */
        private final String used;

        private final String template;

        Unstoppable(String used, String template) {
            super(used);
            this.used = used;
            this.template = template;
        }

        String used() {
            return used;
        }

        String template() {
            return template;
        }
    }

    /** All ways to a template lead through here, those of included ones too. */
    @Override
    public @Nullable Template getTemplate(
            String name,
            @Nullable Locale locale,
            @Nullable Object condition,
            @Nullable String encoding,
            boolean parse,
            boolean ignoreMissing)
            throws IOException {
        Template template = super.getTemplate(name, locale, condition, encoding, parse, ignoreMissing);
        synchronized (prepared) {
            if (template != null && !prepared.contains(template)) {
                refuseUnstoppable(template);
                _CoreAPI.addThreadInterruptedChecks(template);
                prepared.add(template);
            }
        }
        return template;
    }

    private static void refuseUnstoppable(Template template) throws Unstoppable {
        String canonical = template.toString();
        Matcher unstoppable = UNSTOPPABLE.matcher(canonical);
        if (unstoppable.find()) {
            throw new Unstoppable(unstoppable.group(), template.getSourceName());
        }
        Matcher flagged = FLAGGED.matcher(canonical);
        while (flagged.find()) {
            int most = "replace".equals(flagged.group("name")) ? 2 : 1;
            if (flagged.group("open").isEmpty() || arguments(canonical, flagged.end()) > most) {
                throw new Unstoppable("?" + flagged.group("name") + "(…, flags)", template.getSourceName());
            }
        }
    }

    /** The number of arguments behind an opening bracket. */
    private static int arguments(String text, int from) {
        int commas = 0;
        int depth = 0;
        char quote = 0;
        for (int at = from; at < text.length() && depth >= 0; at++) {
            char c = text.charAt(at);
            if (quote != 0) {
                at += c == '\\' ? 1 : 0;
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if ("([{".indexOf(c) >= 0) {
                depth++;
            } else if (")]}".indexOf(c) >= 0) {
                depth--;
            } else if (c == ',' && depth == 0) {
                commas++;
            }
        }
        return commas + 1;
    }
}
