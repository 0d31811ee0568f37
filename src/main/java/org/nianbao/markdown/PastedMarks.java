package org.nianbao.markdown;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.SourceSpan;
import org.nianbao.diagnostic.SourceSpans;

/**
 * Finds marks that would be printed, though they were meant for a program: those of Markdown that reports do not use, such as
 * {@code ###} in text from elsewhere, and pictures and links with the brackets and quotes of a Chinese keyboard.
 */
final class PastedMarks {
    /** At the start of a line, whose rest is what should be written. */
    private static final Pattern START =
            Pattern.compile("(?:#+\\s+|#{2,6}(?=[^#\\s])|>+\\s+|>+(?=[^=>\\d\\s]))(\\S.*)");

    private static final Pattern RULE = Pattern.compile("-{3,}|-\\s+-\\s+-[-\\s]*|={3,}|\\*{3}|`{3,}.*|~{3,}");

    /** Code, underlined emphasis, struck or highlighted words, tasks, footnotes, comments, tags and entities of HTML. */
    private static final Pattern INSIDE = Pattern.compile("`[^`]+`"
            + "|(?<![_\\p{L}\\p{N}])(_{1,2})(?![_\\s])[^_]+(?<!\\s)\\1(?![_\\p{L}\\p{N}])"
            + "|~~[^~]+~~|==[^=]+=="
            + "|(?<=^[-*+] )\\[[ xX]\\] |\\[\\^[^\\[\\]]+\\]"
            + "|<!--[^<>]*-->|</?[a-zA-Z][^<>]*>|&(?:[a-zA-Z]{2,8}|#x?[0-9a-fA-F]{1,6});");

    /** The address of a picture or link, and an address that stands alone: angles around them are not printed. */
    private static final Pattern ADDRESS =
            Pattern.compile("\\]\\(<[^<>]*>|<(?:" + PrintedMarks.ADDRESS.pattern() + ")>");

    private static final String QUOTES = "[\"'“”‘’＂]";

    /** A picture or link whose address stands elsewhere: its text, the label of the address. */
    private static final Pattern REFERENCE = Pattern.compile("(!?)\\[([^\\[\\]]*)\\]\\[([^\\[\\]]*)\\]");

    /** Where that address stands. */
    private static final Pattern DEFINITION = Pattern.compile("\\[([^\\[\\]^]+)\\]:\\s*<?([^\\s<>]+)>?(?:\\s.*)?");

    /** A picture, however its brackets and quotes were typed: text, file, caption. */
    private static final Pattern PICTURE =
            Pattern.compile("[!！]\\s?[\\[［【]([^\\]］】]*)[\\]］】]\\s*[(（]\\s*([^)）]{1,300}?)" + "(?:(?:\\s+" + QUOTES
                    + "|[“”＂])(.{0,300})" + QUOTES + ")?\\s*[)）]");

    /** A link whose brackets are not both half-width, or have a space in front: text, address. */
    private static final Pattern LINK = Pattern.compile(
            "(?<![!！])\\[([^\\[\\]]+)\\]" + "(?!\\([^()（）]*\\))\\s*[(（]\\s*((?:https?:|mailto:)[^\\s()（）]*)\\s*[)）]");

    private final SourceSpans.Search search;
    private final Diagnostics diagnostics;

    /** The lines in which something else is wrong, such as last year's text. */
    private final Set<Integer> wrong;

    /** Addresses by their label, for references. */
    private final Map<String, String> addresses = new HashMap<>();

    PastedMarks(String prose, SourceSpans.Search search, Diagnostics diagnostics) {
        prose.lines()
                .map(line -> DEFINITION.matcher(line.strip()))
                .filter(Matcher::matches)
                .forEach(defined -> addresses.putIfAbsent(defined.group(1), defined.group(2)));
        this.search = search;
        this.diagnostics = diagnostics;
        this.wrong = diagnostics.stream()
                .filter(Diagnostic::isError)
                .flatMap(error -> error.span().stream())
                .map(SourceSpan::line)
                .collect(Collectors.toSet());
    }

    /** Reports the marks of a line; false if it was to be a picture, and cannot be printed. */
    boolean check(String line) {
        String words = Narrative.withoutLeadingSpace(line).strip();
        Matcher start = START.matcher(words);
        if (start.matches()) {
            String mark = words.substring(0, start.start(1)).strip();
            warn("raw-mark", words, mark, start.group(1));
        } else if (RULE.matcher(words).matches() || DEFINITION.matcher(words).matches()) {
            warn("raw-mark", words, words, Message.of("raw-line.help"));
        } else {
            boolean printable = isPrintable(words);
            links(words);
            INSIDE.matcher(ADDRESS.matcher(words).replaceAll(""))
                    .results()
                    .forEach(mark -> warn("raw-mark", mark.group(), mark.group(), Message.of("raw-mark.help")));
            return printable;
        }
        return true;
    }

    private boolean isPrintable(String line) {
        Matcher reference = REFERENCE.matcher(line);
        if (reference.lookingAt() && isDefined(reference) && !reference.group(1).isEmpty()) {
            return refuse(reference.group(), meant(reference));
        }
        Matcher picture = PICTURE.matcher(line);
        if (!picture.find()) {
            return true;
        }
        List<Image> images = images(Narrative.parse(line)).toList();
        if (!images.isEmpty() && (picture.group(3) == null || images.get(0).getTitle() != null)) {
            return true;
        }
        String file = picture.group(2).contains(" ") ? "<" + picture.group(2) + ">" : picture.group(2);
        String caption = picture.group(3) == null
                ? ""
                : " \"" + picture.group(3).replaceAll("\"([^\"]*)\"", "“$1”").replace('"', '”') + "\"";
        return refuse(picture.group(), "![" + picture.group(1) + "](" + file + caption + ")");
    }

    private boolean refuse(String picture, String meant) {
        diagnostics.add(
                Diagnostic.error("picture-marks", search.next(picture), picture).instead(picture, meant));
        return false;
    }

    private void links(String line) {
        Matcher link = LINK.matcher(line);
        while (link.find()) {
            String meant = "[" + link.group(1) + "](" + link.group(2) + ")";
            warn("link-marks", link.group(), link.group(), meant);
        }
        Matcher reference = REFERENCE.matcher(line);
        while (reference.find()) {
            if (isDefined(reference) && reference.group(1).isEmpty()) {
                warn("link-marks", reference.group(), reference.group(), meant(reference));
            }
        }
    }

    private boolean isDefined(Matcher reference) {
        return addresses.containsKey(label(reference));
    }

    private String meant(Matcher reference) {
        return reference.group(1) + "[" + reference.group(2) + "](" + addresses.get(label(reference)) + ")";
    }

    private static String label(Matcher reference) {
        return reference.group(3).isEmpty() ? reference.group(2) : reference.group(3);
    }

    private static Stream<Image> images(Node node) {
        return node instanceof Image image
                ? Stream.of(image)
                : Inlines.children(node).stream().flatMap(PastedMarks::images);
    }

    private void warn(String id, String words, String shown, String meant) {
        SourceSpan place = search.next(words);
        if (!wrong.contains(place.line())) {
            diagnostics.add(Diagnostic.warning(id, place, shown).instead(words, meant));
        }
    }

    private void warn(String id, String words, String shown, Message help) {
        SourceSpan place = search.next(words);
        if (!wrong.contains(place.line())) {
            diagnostics.add(Diagnostic.warning(id, place, shown).help(help));
        }
    }
}
