package org.nianbao.markdown;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.SourceSpans;
import org.nianbao.page.Picture;
import org.nianbao.picture.PictureShelf;
import org.nianbao.report.Report;
import org.nianbao.typography.ReadableColumns;

/**
 * The prose of a section as blocks of a page.
 *
 * <p>Prose is CommonMark with tables, but without headings by #, quotations, code and raw HTML, which are printed as typed.
 * A line is a paragraph, and a paragraph that starts with 一、 （一） 1. or （1） is of that level. {@code {{path}}} is
 * replaced by the report's figure or fact, so that prose and tables cannot differ.
 *
 * @param pictures of the blocks, by name
 */
public record Narrative(String xhtml, Map<String, Picture> pictures) {
    private static final Pattern QUOTE = Pattern.compile("\\{\\{([^{}\\n]*)}}|\\{\\{");
    /** Braces around something on one line that are not two half-width ones on either side. */
    private static final Pattern OTHER_BRACES = Pattern.compile("[{｛]{1,2}([^{}｛｝\\n]{1,200})[}｝]{1,2}");

    private static final Pattern STRAY = Pattern.compile("(?m)^.*?(}}|｛｛|｝｝)");
    private static final Pattern PUNCTUATION = Pattern.compile("[!-/:-@\\[-`{-~]");
    private static final Pattern LEADING_SPACE = Pattern.compile("^[\\u3000\\u00a0]+");
    private static final Pattern INDENTED_ROW = Pattern.compile("^[\\s\\u3000\\u00a0]+(?=\\|)");

    /** 1) and 012. at the start of a line, which a list would print as 1. and 12., and [1]:, which it would not print. */
    private static final Pattern NO_ITEM = Pattern.compile(
            "(\\s*(?:[-*+]\\s++)*+" + "(?:[0-9]{1,9}(?=\\)\\s)|(?:0[0-9]*|[0-9]{4,9})(?=\\.\\s)|(?=\\[[^\\]]*\\]:)))");

    /** A mark of an item, whose group is escaped if no word follows. */
    private static final Pattern MARK = Pattern.compile("[0-9]{1,9}([.)])|([-*+])");

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private static final Pattern PICTURE_PATH = Pattern.compile("(\\s*!\\[[^\\]]*\\]\\()([^)\"]*)");

    /** The limit of reported braces; the place of each is searched from the start. */
    private static final int MOST_STRAYS = 200;

    /** Nested lists or marks. */
    private static final int DEEPEST = 20;

    private static final Asterisks ASTERISKS = new Asterisks();

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .enabledBlockTypes(Set.of(ListBlock.class))
            .customInlineContentParserFactory(ASTERISKS)
            .customInlineContentParserFactory(new PrintedMarks())
            .postProcessor(ASTERISKS)
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build();

    public Narrative {
        pictures = new LinkedHashMap<>(pictures);
    }

    /**
     * Converts prose.
     *
     * @param path of the prose in the report: the key of a section, or the path of what is added to a table
     * @param readable the columns for which the page has room
     * @param diagnostics gets tables that are too wide, and quotes, links and pictures that do not work; the blocks leave them out
     */
    public static Narrative of(
            Report report,
            String path,
            SourceSpans places,
            PictureShelf shelf,
            ReadableColumns readable,
            Diagnostics diagnostics) {
        Blocks blocks = new Blocks(path, places, shelf, diagnostics);
        if (new UnpairedMarks(report.prose(path), places.search(path), diagnostics).check()) {
            List<String> lines = report.prose(path)
                    .lines()
                    .map(Narrative::withoutLeadingSpace)
                    .toList();
            new WideTables(lines, places.search(path), readable, diagnostics).check();
            PastedMarks pasted = new PastedMarks(report.prose(path), places.search(path), diagnostics);
            String prose = report.prose(path).lines().filter(pasted::check).collect(Collectors.joining("\n"));
            strayBraces(report, path, places, diagnostics);
            String filled = fill(report, prose, path, places, diagnostics);
            PARSER.parse(separate(filled)).accept(blocks);
        }
        return new Narrative(blocks.xhtml(), blocks.pictures());
    }

    /** Puts a blank line between lines, so that each is a paragraph, but not within a list or a table. */
    private static String separate(String prose) {
        StringBuilder separated = new StringBuilder();
        BlockKind before = BlockKind.PARAGRAPH;
        int words = 0;
        for (String line : prose.lines().toList()) {
            String plain = asMeant(withoutLeadingSpace(line));
            if (before == BlockKind.LIST && INDENTED_ROW.matcher(line).lookingAt()) {
                plain = " ".repeat(words) + plain;
            }
            Matcher item = BlockKind.ITEM.matcher(plain);
            words = item.matches() ? item.start(1) : words;
            BlockKind kind = BlockKind.of(plain, before);
            separated
                    .append(kind == before && kind != BlockKind.PARAGRAPH ? "" : "\n")
                    .append(plain)
                    .append('\n');
            before = kind;
        }
        return separated.toString();
    }

    /** Escapes what Markdown takes for a list or for a link's address, and turns the \\ of Windows in a picture's path. */
    private static String asMeant(String line) {
        if (isMarksAlone(line)) { // a list would print nothing
            Matcher mark = MARK.matcher(line);
            int at = mark.find() && mark.start(1) >= 0 ? mark.start(1) : mark.start();
            return line.substring(0, at) + "\\" + line.substring(at);
        }
        Matcher start = NO_ITEM.matcher(line);
        if (start.lookingAt()) {
            return line.substring(0, start.end(1)) + "\\" + line.substring(start.end(1));
        }
        Matcher path = PICTURE_PATH.matcher(line);
        return path.lookingAt() ? path.group(1) + path.group(2).replace('\\', '/') + line.substring(path.end()) : line;
    }

    private static boolean isMarksAlone(String line) {
        return !line.isBlank()
                && BLANKS.splitAsStream(line.strip())
                        .allMatch(word -> MARK.matcher(word).matches());
    }

    /** A line without the blanks of a typed indent; those in front of a list item count, those in front of a table do not. */
    static String withoutLeadingSpace(String line) {
        return LEADING_SPACE
                .matcher(INDENTED_ROW.matcher(line).replaceFirst(""))
                .replaceFirst("");
    }

    static Node parse(String line) {
        return PARSER.parse(line);
    }

    private enum BlockKind {
        LIST,
        TABLE,
        PARAGRAPH;

        private static final Pattern ITEM = Pattern.compile("\\s*(?:[-*+]|[0-9]{1,9}[.)])\\s+(.*)");

        static BlockKind of(String line, BlockKind before) {
            boolean goesOn = before == LIST && line.startsWith("  ") && !line.isBlank();
            if (ITEM.matcher(line).matches() || goesOn) {
                return LIST;
            }
            return line.startsWith("|") ? TABLE : PARAGRAPH;
        }
    }

    private static String fill(Report report, String prose, String path, SourceSpans places, Diagnostics diagnostics) {
        Quotes quotes = new Quotes(report, places.search(path), diagnostics);
        String all = QUOTE.matcher(prose).replaceAll(match -> {
            String text = match.group(1) == null ? quotes.open(match.start(), prose) : quotes.text(match);
            return Matcher.quoteReplacement(PUNCTUATION.matcher(text).replaceAll("\\\\$0"));
        });
        return all;
    }

    /** Reports braces that belong to no quote, once a line. */
    private static void strayBraces(Report report, String path, SourceSpans places, Diagnostics diagnostics) {
        String prose = report.prose(path);
        String quoted = QUOTE.matcher(prose)
                .replaceAll(quote -> " ".repeat(quote.group().length()));
        String rest = OTHER_BRACES.matcher(quoted).replaceAll(braces -> {
            Optional<String> meant = Quotes.meant(report, braces.group(1));
            meant.ifPresent(cell -> diagnostics.add(Diagnostic.error(
                            "other-braces", places.within(path, prose, braces.start(), braces.end()), braces.group())
                    .instead(braces.group(), "{{" + cell + "}}")));
            String kept = meant.isPresent() ? " ".repeat(braces.group().length()) : braces.group();
            return Matcher.quoteReplacement(kept);
        });
        STRAY.matcher(rest)
                .results()
                .limit(MOST_STRAYS)
                .map(stray -> Diagnostic.error(
                        "stray-brace", places.within(path, prose, stray.start(1), stray.end(1)), stray.group(1)))
                .forEach(stray -> diagnostics.add(stray.help(Message.of("open-quote.help"))));
    }
}
