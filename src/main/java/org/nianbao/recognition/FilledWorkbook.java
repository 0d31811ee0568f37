package org.nianbao.recognition;

import static org.nianbao.blank.Comments.say;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nianbao.chinese.Script;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.foreign.DocumentPart.TextPart;
import org.nianbao.foreign.Limits;
import org.nianbao.foreign.PlainText;
import org.nianbao.foreign.TableGrid;
import org.nianbao.foreign.UnreadableDocument;
import org.nianbao.foreign.excel.XlsxSheet;
import org.nianbao.form.Cell;
import org.nianbao.form.CellPath;
import org.nianbao.form.Fact;
import org.nianbao.form.Form;
import org.nianbao.form.FormCell;
import org.nianbao.form.Section;
import org.nianbao.input.Forms;
import org.nianbao.input.Keywords;
import org.nianbao.input.LocalRows;
import org.nianbao.report.ChartRequest;
import org.nianbao.report.TableWords;

/**
 * Reads the workbook that {@code new --excel} wrote, filled in: facts and prose by their keys and headings, as they are
 * typed; tables by their labels. A cell that is empty is not filled in; {@code ~} is blank on purpose. Not thread-safe.
 */
final class FilledWorkbook {
    private static final int KEY = 1;
    private static final int CONTENT = 2;
    private static final String BLANK = "~";

    /** What Excel makes of a day that is typed into a cell: the days since 30 December 1899. */
    private static final Pattern SERIAL = Pattern.compile("[3-6][0-9]{4}");

    private static final LocalDate FIRST_DAY = LocalDate.of(1899, 12, 30);

    /** White space that typists put before a paragraph. */
    private static final Pattern INDENT = Pattern.compile("^[\\u3000\\u00A0]+");

    private static final Pattern BREAK = Pattern.compile("\\R");

    private final Forms.Edition edition;
    private final Form form;
    private final XlsxSheet text;
    private final List<XlsxSheet> tables;
    private final Map<String, List<String>> more = new LinkedHashMap<>();
    private final Map<String, String> facts = new LinkedHashMap<>();

    /** The paragraphs of a section or, with their keyword, above or below its table, by path. */
    private final Map<String, List<TextPart>> prose = new LinkedHashMap<>();

    private final Origins origins = new Origins();
    private final List<Diagnostic> doubts = new ArrayList<>();

    private FilledWorkbook(Forms.Edition edition, XlsxSheet text, List<XlsxSheet> tables) {
        this.edition = edition;
        this.form = edition.form();
        this.text = text;
        this.tables = tables;
    }

    /**
     * The report in a workbook; empty if it is another workbook.
     *
     * @param file of the workbook, beside which its local rows are looked for
     * @throws UnreadableDocument if merged cells cover more than any report's do
     */
    static Optional<RecognizedReport> recognize(List<XlsxSheet> sheets, Path file, Forms forms)
            throws UnreadableDocument {
        for (XlsxSheet sheet : sheets) {
            Optional<Forms.Edition> edition = edition(sheet, forms);
            if (edition.isPresent()) {
                List<XlsxSheet> others =
                        sheets.stream().filter(other -> !other.equals(sheet)).toList();
                Forms.Edition withRows = value(sheet, Keywords.LOCAL_ROWS)
                        .flatMap(name -> LocalRows.beside(file, name))
                        .flatMap(rows -> forms.withRowsOf(rows, rows.toString(), new Diagnostics()))
                        .filter(extended ->
                                extended.folder().equals(edition.get().folder()))
                        .orElse(edition.get());
                return Optional.of(new FilledWorkbook(withRows, sheet, others).report());
            }
        }
        return Optional.empty();
    }

    private static Optional<Forms.Edition> edition(XlsxSheet sheet, Forms forms) {
        return value(sheet, Keywords.FORM).flatMap(name -> {
            List<Forms.Edition> editions = forms.editionsOf(name);
            Optional<String> wanted = value(sheet, Keywords.EDITION);
            Optional<Integer> year = editions.stream()
                    .flatMap(edition -> edition.form().fact(Fact.Role.YEAR).stream())
                    .flatMap(fact -> value(sheet, fact.key()).stream())
                    .filter(typed -> typed.matches("[0-9]{4}"))
                    .map(Integer::valueOf)
                    .findFirst();
            return editions.stream()
                    .filter(edition -> wanted.equals(
                            Optional.of(String.valueOf(edition.form().edition()))))
                    .findFirst()
                    .or(() -> year.flatMap(number -> forms.editionFor(name, number)))
                    .or(() -> editions.stream().reduce((older, newer) -> newer));
        });
    }

    /** What is beside a key; empty if it is not there, or nothing is. */
    private static Optional<String> value(XlsxSheet sheet, String key) {
        return row(sheet, key)
                .map(row -> BREAK.matcher(sheet.text(row, CONTENT).strip()).replaceAll(" "))
                .filter(words -> !words.isEmpty());
    }

    private static Optional<Integer> row(XlsxSheet sheet, String key) {
        return sheet.rows().keySet().stream()
                .filter(row -> PlainText.of(sheet.text(row, KEY)).equals(key))
                .findFirst();
    }

    private RecognizedReport report() throws UnreadableDocument {
        header();
        read();
        TableRecognition recognized = new TableRecognition(form, grids(), origins);
        recognized.read();
        doubts.addAll(recognized.doubts());
        Map<CellPath, Cell> figures = new LinkedHashMap<>(recognized.figures());
        form.cells().all().forEach(cell -> blank(cell, figures));
        Map<String, String> written = new LinkedHashMap<>();
        Map<String, String> openings = new LinkedHashMap<>();
        Map<String, List<String>> below = new LinkedHashMap<>();
        prose.forEach((path, parts) -> {
            List<String> lines = parts.stream().map(TextPart::text).toList();
            String words = String.join("\n", lines).strip();
            if (path.endsWith("." + Keywords.NOTE)) {
                below.put(
                        new CellPath(path).section(),
                        lines.stream().filter(line -> !line.isBlank()).toList());
            } else if (!words.isEmpty()) {
                (new CellPath(path).isSection() ? written : openings).put(path, words.equals(BLANK) ? "" : words);
            }
            origins.putProse(path, List.copyOf(parts));
        });
        below.values().removeIf(List::isEmpty);
        return new RecognizedReport(
                edition,
                value(text, Keywords.SCRIPT).flatMap(Script::ofWritten).orElse(Script.HANS),
                more,
                facts,
                written,
                Map.of(),
                figures,
                charts(),
                new TableWords(recognized.notes(), openings, below, List.of()),
                List.of(),
                origins,
                doubts,
                recognized.score());
    }

    private void header() {
        value(text, Keywords.LOCAL_ROWS).ifPresent(name -> more.put(Keywords.LOCAL_ROWS, List.of(name)));
        for (String key : List.of(Keywords.OTHER_NAMES, Keywords.KEPT)) {
            value(text, key).ifPresent(words -> more.put(key, List.of(words.split(say("comma")))));
        }
        for (Fact fact : form.facts()) {
            value(text, fact.key())
                    .ifPresent(typed -> facts.put(fact.key(), fact.type() == Fact.Type.DATE ? date(typed) : typed));
        }
    }

    /** The charts that are asked for; one that cannot be read is in doubt. */
    private List<ChartRequest> charts() {
        List<ChartRequest> charts = new ArrayList<>();
        String typed = value(text, Keywords.CHARTS).orElse("");
        for (String words : typed.split("[；;]", -1)) {
            Optional<ChartRequest> chart = WrittenChart.read(words, form);
            chart.ifPresent(charts::add);
            if (chart.isEmpty() && !words.isBlank()) {
                doubts.add(Diagnostic.warning(
                        "doubt-chart", text.place(row(text, Keywords.CHARTS).orElse(1), CONTENT), words));
            }
        }
        return charts;
    }

    private static String date(String typed) {
        return SERIAL.matcher(typed).matches()
                ? FIRST_DAY.plusDays(Integer.parseInt(typed)).toString()
                : typed;
    }

    /** Reads the prose below each heading. */
    private void read() {
        Map<String, Section> headings = new LinkedHashMap<>();
        form.sections().forEach(section -> headings.put(heading(section), section));
        Optional<Section> current = Optional.empty();
        String path = "";
        for (int row : text.rows().keySet()) {
            String key = PlainText.of(text.text(row, KEY));
            if (headings.containsKey(key)) {
                current = Optional.ofNullable(headings.get(key));
                path = current.filter(Section.ProseSection.class::isInstance)
                        .map(Section::key)
                        .orElse("");
                continue;
            }
            if (current.filter(Section.TableSection.class::isInstance).isPresent()
                    && (key.equals(Keywords.OPENING) || key.equals(Keywords.NOTE))) {
                path = current.get().key() + "." + key;
            }
            if (!path.isEmpty()) {
                add(path, row);
            }
        }
    }

    /** Adds the lines of a cell, of which each is a paragraph; a blank one stays, for it ends a list or a table. */
    private void add(String path, int row) {
        List<TextPart> parts = prose.computeIfAbsent(path, section -> new ArrayList<>());
        BREAK.splitAsStream(text.text(row, CONTENT))
                .map(line -> INDENT.matcher(line).replaceFirst("").stripTrailing())
                .forEach(line -> parts.add(new TextPart(line, text.place(row, CONTENT))));
    }

    /** The tables of the form without the checks beside and below them. */
    private List<TableGrid> grids() throws UnreadableDocument {
        List<TableGrid> grids = new ArrayList<>();
        for (XlsxSheet sheet : tables) {
            int end = sheet.rows().keySet().stream()
                    .filter(row -> sheet.text(row, KEY).equals(say("excel.checks")))
                    .findFirst()
                    .orElse(Integer.MAX_VALUE);
            grids.add(sheet.grid(width(sheet), end));
        }
        return grids;
    }

    /** The width of the table whose heading is in the sheet. */
    private int width(XlsxSheet sheet) {
        Set<String> words = sheet.rows().keySet().stream()
                .map(row -> PlainText.of(sheet.text(row, KEY)))
                .collect(Collectors.toSet());
        return form.tables().stream()
                .filter(section -> words.contains(heading(section)))
                .findFirst()
                .map(section -> section.table().widths().size())
                .orElse(Limits.SPAN);
    }

    private static String heading(Section section) {
        return PlainText.of(section.heading().orElse(section.key()));
    }

    /** What is not filled in is no figure, and no doubt either: the input asks for it. */
    private void blank(FormCell cell, Map<CellPath, Cell> figures) {
        String path = cell.path().dotted();
        Optional<String> typed = origins.of(path)
                .flatMap(place -> tables.stream()
                        .filter(sheet -> sheet.name().equals(place.sheet()))
                        .map(sheet -> sheet.text(place.row(), place.column()).strip())
                        .findFirst());
        if (typed.filter(BLANK::equals).isPresent()) {
            figures.put(cell.path(), Cell.BLANK);
        } else if (typed.filter(String::isEmpty).isPresent()) {
            figures.remove(cell.path());
        } else {
            return;
        }
        doubts.removeIf(doubt -> doubt.subject().equals(Optional.of(path))
                && Stream.of("doubt-blank", "doubt-no-figure").anyMatch(doubt.id()::equals));
    }
}
