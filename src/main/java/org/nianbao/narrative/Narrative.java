package org.nianbao.narrative;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.ListBlock;
import org.commonmark.parser.Parser;
import org.nianbao.page.Picture;
import org.nianbao.problem.Message;
import org.nianbao.problem.Nearest;
import org.nianbao.problem.Places;
import org.nianbao.problem.Problem;
import org.nianbao.report.Report;
import org.nianbao.report.Section;

/**
 * Prose on its way to the page.
 *
 * <p>It is CommonMark with tables, less what an official text has no use for (headings with #, quotations, code, raw
 * HTML: such characters are printed as they are), and with two habits of Chinese offices: a line is a paragraph, and a
 * paragraph that opens with 一、 （一） 1. or （1） is of that level. {@code {{path}}} is filled from the report, so
 * that prose and tables cannot differ.
 *
 * @param xhtml blocks of the page
 * @param pictures that the blocks show, by name
 */
public record Narrative(String xhtml, Map<String, Picture> pictures) {
    private static final Pattern QUOTE = Pattern.compile("\\{\\{([^{}\\n]*)}}|\\{\\{");
    private static final Pattern STRAY = Pattern.compile("}}|｛｛|｝｝");
    private static final Pattern PUNCTUATION = Pattern.compile("[!-/:-@\\[-`{-~]");
    private static final Pattern LEADING_SPACE = Pattern.compile("^[\\u3000\\u00a0]+");

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .enabledBlockTypes(Set.of(ListBlock.class))
            .build();

    public Narrative {
        pictures = new LinkedHashMap<>(pictures);
    }

    /**
     * Sets the prose of a section.
     *
     * @param places where the prose was written
     * @param shelf where its pictures are
     * @param problems gets every quote, link or picture that does not work; it is left out of the blocks
     */
    public static Narrative of(
            Report report, Section.Prose section, Places places, PictureShelf shelf, List<Problem> problems) {
        String path = section.key();
        String filled = fill(report, path, places, problems);
        Blocks blocks = new Blocks(path, places, shelf, problems);
        PARSER.parse(separate(filled)).accept(blocks);
        return new Narrative(blocks.xhtml(), blocks.pictures());
    }

    /**
     * Puts a blank line between lines, so that each is a paragraph and a list or a table ends where its lines do. The
     * lines of one list, and those of one table, stay together.
     */
    private static String separate(String prose) {
        StringBuilder separated = new StringBuilder();
        Kind before = Kind.PARAGRAPH;
        for (String line : prose.lines().toList()) {
            String plain = LEADING_SPACE.matcher(line).replaceFirst("");
            Kind kind = Kind.of(plain, before);
            separated
                    .append(kind == before && kind != Kind.PARAGRAPH ? "" : "\n")
                    .append(plain)
                    .append('\n');
            before = kind;
        }
        return separated.toString();
    }

    /** What a line belongs to. */
    private enum Kind {
        LIST,
        TABLE,
        PARAGRAPH;

        private static final Pattern ITEM = Pattern.compile("\\s*(?:[-*+]|[0-9]{1,9}[.)])\\s.*");

        static Kind of(String line, Kind before) {
            boolean goesOn = before == LIST && line.startsWith("  ") && !line.isBlank();
            if (ITEM.matcher(line).matches() || goesOn) {
                return LIST;
            }
            return line.startsWith("|") ? TABLE : PARAGRAPH;
        }
    }

    private static String fill(Report report, String path, Places places, List<Problem> problems) {
        String prose = report.prose(path);
        Matcher matcher = QUOTE.matcher(prose);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            String name = Optional.ofNullable(matcher.group(1)).orElse("").strip();
            String text = report.quoted(name).orElse("");
            if (matcher.group(1) == null) {
                String rest =
                        prose.substring(matcher.start()).lines().findFirst().orElse("");
                problems.add(Problem.error(
                        "open-quote",
                        places.of(path, rest),
                        Message.of("open-quote"),
                        Message.of("open-quote.way-out")));
            } else if (report.quoted(name).isEmpty() && !toldAlready(name, report, problems)) {
                problems.add(Problem.error(
                        "unknown-quote",
                        places.of(path, matcher.group()),
                        Message.of("unknown-quote", name),
                        Message.of("did-you-mean", String.join(" / ", Nearest.pathsTo(name, report.quotable())))));
            } else if (text.isEmpty() && !toldAlready(name, report, problems)) {
                problems.add(Problem.error(
                        "blank-quote",
                        places.of(path, matcher.group()),
                        Message.of("blank-quote", name),
                        Message.of("blank-quote.way-out")));
            }
            matcher.appendReplacement(
                    filled, Matcher.quoteReplacement(PUNCTUATION.matcher(text).replaceAll("\\\\$0")));
        }
        String all = matcher.appendTail(filled).toString();
        Matcher stray = STRAY.matcher(all);
        if (stray.find()) {
            problems.add(Problem.error(
                    "stray-brace",
                    places.of(path, stray.group()),
                    Message.of("stray-brace", stray.group()),
                    Message.of("open-quote.way-out")));
        }
        return all;
    }

    /** Whether what is quoted could not be read, so that a person knows of it. */
    private static boolean toldAlready(String name, Report report, List<Problem> problems) {
        boolean fact = report.form().facts().stream()
                .anyMatch(known -> known.required() && known.key().equals(name));
        return (fact && report.fact(name).isEmpty())
                || problems.stream()
                        .anyMatch(problem -> problem.isError()
                                && problem.subject()
                                        .filter(subject -> name.equals(subject) || name.startsWith(subject + "."))
                                        .isPresent());
    }
}
