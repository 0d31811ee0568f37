package org.nianbao.input;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.Source;
import org.nianbao.diagnostic.SourceSpans;
import org.nianbao.diagnostic.TypedText;
import org.nianbao.form.CellPath;
import org.nianbao.report.Annex;

/** Reads the annexes of an input: titled tables, typed in Markdown or in CSV files (RFC 4180) beside the input. */
final class AnnexReader {
    private static final Pattern ESCAPED = Pattern.compile("\\\\(\\p{Punct})");
    private static final Pattern PUNCTUATION = Pattern.compile("[!-/:-@\\[-`{-~]");
    private static final Pattern RULE = Pattern.compile("[|:\\s-]+");

    private final Path input;
    private final MappingReader fields;
    private final SourceSpans places;
    private final Diagnostics diagnostics;
    private final TableWordsReader words;

    /** The texts of the CSV files. */
    private final List<TypedText> texts = new ArrayList<>();

    AnnexReader(Path input, MappingReader fields, SourceSpans places, Diagnostics diagnostics, TableWordsReader words) {
        this.input = input;
        this.fields = fields;
        this.places = places;
        this.diagnostics = diagnostics;
        this.words = words;
    }

    /** Reads the annexes and returns the texts of their files. */
    List<TypedText> read() {
        int number = 0;
        for (YamlNode member : fields.members(Keywords.ANNEXES)) {
            number++;
            read(
                    member,
                    new CellPath(Keywords.ANNEXES).then(String.valueOf(number)).dotted());
        }
        return texts;
    }

    private void read(YamlNode member, String path) {
        MappingReader of = fields.of(member, Set.of(Keywords.TITLE), Set.of(Keywords.FILE, Keywords.ROWS));
        String title = of.text(Keywords.TITLE).map(String::strip).orElse("");
        Optional<YamlNode> typed = of.value(Keywords.ROWS);
        Optional<YamlNode> file = of.value(Keywords.FILE);
        places.put(path, member.start(), member.end());
        if (typed.isPresent() == file.isPresent()) {
            fields.wrong(
                    member, Keywords.ANNEXES, Message.of("an-annex", Keywords.TITLE, Keywords.FILE, Keywords.ROWS));
        } else if (typed.isPresent()) {
            places.put(path, typed.get().start(), typed.get().end());
            String markdown = fields.text(typed.get(), Keywords.ROWS).orElse("");
            List<List<String>> rows = markdown.lines()
                    .map(String::strip)
                    .filter(line -> line.startsWith("|") && !RULE.matcher(line).matches())
                    .map(AnnexReader::cells)
                    .toList();
            add(member, new Annex(title, path, Optional.empty(), rows), markdown);
        } else {
            file(file.orElseThrow(), title, path);
        }
    }

    private void file(YamlNode name, String title, String path) {
        Optional<Path> beside = LocalRows.within(input, name.text()).filter(file -> LocalRows.isNamed(file, "csv"));
        if (beside.isEmpty()) {
            fields.error("no-annex-file", name, name.text());
            return;
        }
        String shown = Path.of(name.source().name()).resolveSibling(name.text()).toString();
        Bytes.read(beside.get(), shown, diagnostics).ifPresent(source -> {
            texts.add(new TypedText(source, source.text(), 0, source.text().length()));
            List<List<String>> rows = rows(source);
            add(name, new Annex(title, path, Optional.of(name.text()), rows), markdown(rows));
        });
    }

    private void add(YamlNode item, Annex annex, String markdown) {
        if (annex.rows().size() < 2) {
            fields.error("empty-annex", item, annex.title());
        }
        words.add(annex, markdown);
    }

    private static List<String> cells(String line) {
        String inside = line.substring(1, line.length() > 1 && line.endsWith("|") ? line.length() - 1 : line.length());
        return Stream.of(inside.split("(?<!\\\\)\\|", -1))
                .map(cell -> ESCAPED.matcher(cell.strip()).replaceAll("$1"))
                .toList();
    }

    private static String markdown(List<List<String>> rows) {
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        List<String> lines = new ArrayList<>(rows.stream()
                .map(row ->
                        Stream.concat(row.stream(), Stream.generate(() -> "")).limit(width))
                .map(row -> row.map(AnnexReader::escaped).collect(Collectors.joining(" | ", "| ", " |")))
                .toList());
        if (!lines.isEmpty()) {
            lines.add(1, "|" + " --- |".repeat(width));
        }
        return String.join("\n", lines);
    }

    private static String escaped(String cell) {
        return PUNCTUATION.matcher(cell.replaceAll("\\s+", " ").strip()).replaceAll("\\\\$0");
    }

    /** The records of a CSV file that are not empty. */
    private static List<List<String>> rows(Source source) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        String text = source.text() + "\n";
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                field.append(text.charAt(++i));
            } else if (c == '"' && (quoted || field.isEmpty())) {
                quoted = !quoted;
            } else if (quoted || ",\r\n".indexOf(c) < 0) {
                field.append(c);
            } else if (c != '\r') {
                row.add(field.toString());
                field.setLength(0);
                if (c == '\n') {
                    if (row.stream().anyMatch(cell -> !cell.isBlank())) {
                        rows.add(row);
                    }
                    row = new ArrayList<>();
                }
            }
        }
        return rows;
    }
}
