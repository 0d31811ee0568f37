package org.nianbao.input;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.SourceSpan;
import org.nianbao.diagnostic.TextEdit;

/** Reads the prose of a section. */
final class SectionText {
    /** A comment that became prose by its indentation. */
    private static final Pattern EARLIER_PROSE =
            Pattern.compile("(?m)^#\\s*(?:" + Keywords.LAST_YEAR + "|[0-9]{4}年)" + Keywords.EARLIER_PROSE);

    /** A line break or tab as programs write it, which only double quotation marks understand. */
    private static final Pattern LINE_ESCAPE = Pattern.compile("\\\\[nrt](?![A-Za-z])");

    private static final Pattern TOPIC = Pattern.compile("#[^#\\s]+#");

    private final String key;
    private final YamlNode item;
    private final Diagnostics diagnostics;

    SectionText(String key, YamlNode item, Diagnostics diagnostics) {
        this.key = key;
        this.item = item;
        this.diagnostics = diagnostics;
    }

    /** The prose as it is printed, without what belongs to the paper that it was pasted from. */
    String read() {
        if (item.isTilde()) {
            return "";
        }
        if (item.text().startsWith("｜")) {
            add(Diagnostic.error("full-width-bar", item.place())
                    .edit(List.of(new TextEdit(item.start(), item.start() + 1, "|"))));
        } else if (item.isFolded()) {
            add(Diagnostic.warning("lines-joined", item.place(), key));
        }
        Matcher earlier = EARLIER_PROSE.matcher(item.text());
        if (earlier.find()) {
            add(Diagnostic.error("earlier-prose", item.placeOf(earlier.group()), key)
                    .about(key));
        }
        Matcher escape = LINE_ESCAPE.matcher(item.text());
        if (escape.find()) {
            add(Diagnostic.warning("printed-escape", item.placeOf(escape.group()), escape.group(), key));
        }
        missing().ifPresent(this::add);
        PastedProse pasted = new PastedProse(item);
        diagnostics.addAll(pasted.diagnostics());
        return pasted.text();
    }

    private void add(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
    }

    private Optional<Diagnostic> missing() {
        Optional<SourceSpan> comment = item.comment().filter(hash -> !item.isMissing() || isTopic(hash));
        if (comment.isPresent()) {
            return Optional.of(
                    Diagnostic.error("comment-in-prose", comment.get(), key).about(key));
        }
        if (item.isUnwritten()) {
            return Optional.of(toFillIn(key, item, "no-prose"));
        }
        if (!item.isScalar()) {
            return Optional.of(
                    Diagnostic.error("prose-as-list", item.place(), key).about(key));
        }
        return item.text().isBlank()
                ? Optional.of(Diagnostic.error("no-prose", item.place(), key).about(key))
                : Optional.empty();
    }

    /** Whether a comment looks like a topic of social media, #…#. */
    private static boolean isTopic(SourceSpan comment) {
        String line = comment.source().line(comment.line());
        return TOPIC.matcher(line.substring(line.indexOf('#'))).lookingAt();
    }

    /** The diagnostic of a part that is still to be filled in. */
    static Diagnostic toFillIn(String key, YamlNode item, String help) {
        return Diagnostic.warning(Diagnostic.TO_FILL_IN, item.place(), key)
                .help(Message.of(help + ".help", key))
                .about(key);
    }
}
