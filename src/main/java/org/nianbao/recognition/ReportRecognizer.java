package org.nianbao.recognition;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nianbao.chinese.Script;
import org.nianbao.chinese.Simplified;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.foreign.DocumentPart;
import org.nianbao.foreign.DocumentPart.PicturePart;
import org.nianbao.foreign.DocumentPart.TextPart;
import org.nianbao.foreign.ForeignDocument;
import org.nianbao.foreign.TableGrid;
import org.nianbao.form.Fact;
import org.nianbao.form.Form;
import org.nianbao.form.Section;
import org.nianbao.input.Forms;
import org.nianbao.input.Keywords;
import org.nianbao.input.LocalRows;
import org.nianbao.input.WrittenDate;
import org.nianbao.report.Annex;
import org.nianbao.report.ChartRequest;
import org.nianbao.report.TableWords;
import org.nianbao.text.PageNumber;

/** Recognizes the report of one edition of a form in a document. Not thread-safe. */
public final class ReportRecognizer {
    /** In front of a date. */
    private static final Pattern DATE_LABEL = Pattern.compile("^[^0-9:：]{0,8}[:：]");

    /** The start of a note below a table, or its number. */
    private static final Pattern NOTE = Pattern.compile("^(?:注|备注|说明)[:：](?:1[.．、])?|^[2-9][.．、]");

    private static final Pattern ANNEX = Pattern.compile("附(?:表|件)\\s*[0-9一二三四五六七八九十]{0,3}[、.．:：\\s]*(.+)");

    /** In passages: signature, date and what a site adds below them. */
    private static final int END = 30;

    /** Of all characters: in Traditional text, more are others than in Simplified. */
    private static final double TRADITIONAL = 0.1;

    /** In characters; a longer line is no agency's name. */
    private static final int NAME = 40;

    /** In files; more of one folder are not tried. */
    private static final int MOST_LOCAL_ROWS = 8;

    /** How much more a form must have in common with a document than that of the document's year. */
    private static final double CLEARLY = 1.02;

    private final Form form;
    private final Forms.Edition edition;
    private final Optional<String> localRows;
    private final Script script;
    private final List<DocumentPart> passages;
    private final Map<String, String> facts = new LinkedHashMap<>();
    private final Map<String, String> prose = new LinkedHashMap<>();
    private final Map<String, PicturePart> pictures = new LinkedHashMap<>();
    private final List<ChartRequest> charts = new ArrayList<>();
    private final Map<String, String> openings = new LinkedHashMap<>();
    private final Map<String, List<String>> below = new LinkedHashMap<>();
    private final List<Annex> annexes = new ArrayList<>();
    private final List<String> lost = new ArrayList<>();

    /** The sections whose headings were found. */
    private final Set<Section> headed = new HashSet<>();

    /** The tables with rows of the form. */
    private final Set<TableGrid> used = new HashSet<>();

    private final Origins origins = new Origins();
    private final List<Diagnostic> doubts = new ArrayList<>();

    private ReportRecognizer(
            Forms.Edition edition, Optional<String> localRows, Script script, List<DocumentPart> passages) {
        this.edition = edition;
        this.localRows = localRows;
        this.script = script;
        this.form = edition.form();
        Diagnostics disordered = new Diagnostics();
        this.passages = ScatteredTable.join(form, passages, disordered);
        doubts.addAll(disordered.sorted());
    }

    /**
     * The report in a document; empty if it has nothing in common with any form.
     *
     * @param folder of the input, whose local rows are tried, too
     */
    public static Optional<RecognizedReport> recognize(ForeignDocument document, Forms forms, Path folder) {
        Script script = script(document);
        List<DocumentPart> passages = document.passages().stream()
                .filter(passage -> !(passage instanceof TextPart paragraph && PageNumber.isAll(paragraph.text())))
                .map(passage -> script == Script.HANS ? passage : simplified(passage))
                .toList();
        Stream<ReportRecognizer> plain = forms.names().stream()
                .flatMap(name -> forms.editionsOf(name).stream())
                .map(edition -> new ReportRecognizer(edition, Optional.empty(), script, passages));
        Stream<ReportRecognizer> extended = LocalRows.in(folder, MOST_LOCAL_ROWS).stream()
                .flatMap(name -> forms.withRowsOf(folder.resolve(name), name, new Diagnostics()).stream()
                        .map(edition -> new ReportRecognizer(edition, Optional.of(name), script, passages)));
        return Stream.concat(plain, extended)
                .map(ReportRecognizer::report)
                .filter(report -> report.score() > 0)
                .max(Comparator.comparingDouble(report -> report.score() * (isOfItsYear(report, forms) ? CLEARLY : 1)));
    }

    /** Traditional if many characters are. */
    private static Script script(ForeignDocument document) {
        String text = document.passages().stream()
                .map(passage -> passage instanceof TextPart paragraph ? paragraph.text() : "")
                .collect(Collectors.joining());
        String simplified = Simplified.of(text);
        long changed = IntStream.range(0, Math.min(text.length(), simplified.length()))
                .filter(i -> text.charAt(i) != simplified.charAt(i))
                .count();
        return changed > text.length() * TRADITIONAL ? Script.HANT : Script.HANS;
    }

    private static DocumentPart simplified(DocumentPart passage) {
        if (passage instanceof TableGrid grid) {
            return grid.map(Simplified::ofProse);
        }
        if (passage instanceof PicturePart picture) {
            return picture.with(Simplified.ofProse(picture.description()), Simplified.ofProse(picture.caption()));
        }
        return passage instanceof TextPart paragraph
                ? new TextPart(Simplified.ofProse(paragraph.text()), paragraph.depth(), paragraph.place())
                : passage;
    }

    private static boolean isOfItsYear(RecognizedReport report, Forms forms) {
        Form form = report.edition().form();
        return form.fact(Fact.Role.YEAR)
                .map(fact -> report.facts().get(fact.key()))
                .flatMap(year -> forms.editionFor(form.name(), Integer.parseInt(year)))
                .filter(edition -> edition.form().edition() == form.edition())
                .isPresent();
    }

    private RecognizedReport report() {
        List<TableGrid> grids = passages.stream()
                .filter(TableGrid.class::isInstance)
                .map(TableGrid.class::cast)
                .toList();
        TableRecognition tables = new TableRecognition(form, grids, origins);
        tables.read();
        used.addAll(tables.grids());
        Outline outline = new Outline(form, passages);
        headed.addAll(outline.sections().keySet());
        front(outline.front());
        List<Section> sections = List.copyOf(outline.sections().keySet());
        outline.sections().forEach((section, content) -> {
            boolean last = section.equals(sections.get(sections.size() - 1));
            section(section, last ? withoutSignature(content) : content);
        });
        for (Section section : form.sections()) {
            if (section.heading().isPresent() && !outline.sections().containsKey(section)) {
                doubts.add(Diagnostic.warning(
                                "doubt-section-missing", section.heading().get())
                        .about(section.key()));
            }
        }
        doubts.addAll(tables.doubts());
        int rows = Math.max(1, FormRow.of(form).size() + tables.unknownRows());
        double score = tables.score() / rows
                + (double) outline.headings() / form.sections().size();
        return new RecognizedReport(
                edition,
                script,
                localRows
                        .map(name -> Map.of(Keywords.LOCAL_ROWS, List.of(name)))
                        .orElse(Map.of()),
                facts,
                prose,
                pictures,
                tables.figures(),
                charts,
                new TableWords(tables.notes(), openings, below, annexes),
                lost,
                origins,
                doubts,
                score);
    }

    /** Title and introduction. */
    private void front(List<DocumentPart> front) {
        Optional<TitleText> title = TitleText.of(form, front);
        title.ifPresent(found -> {
            form.fact(Fact.Role.YEAR).ifPresent(fact -> facts.put(fact.key(), String.valueOf(found.year())));
            if (!found.agency().isEmpty()) {
                form.fact(Fact.Role.AGENCY).ifPresent(fact -> facts.put(fact.key(), found.agency()));
            }
        });
        int end = title.map(TitleText::end).orElse(0);
        front.subList(0, title.map(TitleText::first).orElse(0)).forEach(this::lose);
        List<DocumentPart> introduction = front.subList(end, front.size());
        Optional<Section> section = form.sections().stream()
                .filter(first ->
                        first instanceof Section.ProseSection && first.heading().isEmpty())
                .findFirst();
        List<DocumentPart> kept = new ArrayList<>();
        for (DocumentPart passage : introduction) {
            boolean sentence =
                    passage instanceof TextPart paragraph && paragraph.text().matches(".*[。；：:]");
            if (section.isPresent() && (sentence || !kept.isEmpty())) {
                kept.add(passage);
            } else {
                lose(passage);
            }
        }
        section.filter(found -> !kept.isEmpty()).ifPresent(found -> put(found, kept));
    }

    private void section(Section section, List<DocumentPart> content) {
        if (section instanceof Section.ProseSection) {
            put(section, content);
        } else {
            besideTable(section, content);
        }
    }

    /** Prose above the table of a section, and notes below it. */
    private void besideTable(Section section, List<DocumentPart> content) {
        int table = IntStream.range(0, content.size())
                .filter(i -> content.get(i) instanceof TableGrid)
                .findFirst()
                .orElse(content.size());
        List<DocumentPart> before = withoutPictures(section, content.subList(0, table));
        List<DocumentPart> behind = withoutPictures(section, content.subList(table, content.size()));
        ProseText above = ProseText.of(before);
        doubts.addAll(above.doubts());
        if (!above.text().isEmpty()) {
            String path = section.key() + "." + Keywords.OPENING;
            openings.put(path, above.text());
            origins.putProse(path, before);
        }
        List<String> notes = new ArrayList<>();
        for (DocumentPart part : behind) {
            if (part instanceof TextPart text) {
                NOTE.splitAsStream(text.text())
                        .map(String::strip)
                        .filter(note -> !note.isEmpty())
                        .forEach(notes::add);
            } else if (!(part instanceof TableGrid grid && used.contains(grid))) {
                lose(part);
            }
        }
        if (!notes.isEmpty()) {
            below.put(section.key(), notes);
        }
    }

    private void put(Section section, List<DocumentPart> content) {
        List<DocumentPart> own = withoutCharts(section, content).stream()
                .filter(part -> !(part instanceof TableGrid grid && used.contains(grid)))
                .toList();
        if (!hasAllTables()) { // a picture may be one of them
            own = withoutPictures(section, own);
        }
        ProseText text = ProseText.of(own);
        prose.put(section.key(), text.text());
        pictures.putAll(text.pictures());
        origins.putProse(section.key(), own);
        doubts.addAll(text.doubts());
    }

    /** Whether each table of the form has a place of its own in the document, so that none of them stands in the prose. */
    private boolean hasAllTables() {
        return form.sections().stream()
                .filter(Section.TableSection.class::isInstance)
                .allMatch(section -> section.heading().isEmpty() || headed.contains(section));
    }

    /** What is beside a table; a picture may be the table, so it is in doubt. */
    private List<DocumentPart> withoutPictures(Section section, List<DocumentPart> content) {
        List<DocumentPart> rest = withoutCharts(section, content);
        rest.forEach(part -> {
            if (part instanceof PicturePart picture) {
                doubts.add(new PictureLine(picture, 1).missing());
            }
        });
        return rest.stream().filter(part -> !(part instanceof PicturePart)).toList();
    }

    /** What is not a chart of the form, nor the line below one. */
    private List<DocumentPart> withoutCharts(Section section, List<DocumentPart> content) {
        List<DocumentPart> rest = new ArrayList<>();
        for (int i = 0; i < content.size(); i++) {
            DocumentPart part = ChartPicture.unlessCaption(content.get(i), form);
            PicturePart captioned =
                    part instanceof PicturePart whole ? ProseText.captioned(whole, content, i + 1) : null;
            Optional<ChartRequest> chart = Optional.ofNullable(captioned)
                    .flatMap(picture -> ChartPicture.of(picture, form, section.key()))
                    .filter(found ->
                            charts.stream().noneMatch(other -> other.spec().equals(found.spec())));
            chart.ifPresent(charts::add);
            if (chart.isEmpty()) {
                rest.add(captioned == null ? part : captioned);
            }
            i += captioned == null || captioned == part ? 0 : 1;
        }
        return rest;
    }

    /** The last section without signature, date, and what stands below them. */
    private List<DocumentPart> withoutSignature(List<DocumentPart> whole) {
        int end = IntStream.range(0, whole.size() - 1)
                .filter(i -> annexTitle(whole.get(i)).isPresent() && whole.get(i + 1) instanceof TableGrid)
                .findFirst()
                .orElse(whole.size());
        behindSignature(whole.subList(end, whole.size()));
        List<DocumentPart> content = whole.subList(0, end);
        for (int i = content.size() - 1; i >= Math.max(0, content.size() - END); i--) {
            if (content.get(i) instanceof TextPart paragraph) {
                Optional<WrittenDate> date =
                        WrittenDate.read(DATE_LABEL.matcher(paragraph.text()).replaceFirst(""));
                if (date.isPresent()) {
                    form.fact(Fact.Role.DATE)
                            .ifPresent(fact ->
                                    facts.put(fact.key(), date.get().day().toString()));
                    behindSignature(content.subList(i + 1, content.size()));
                    return content.subList(0, signature(content, i));
                }
            }
        }
        return content.subList(0, signature(content, content.size()));
    }

    private static Optional<String> annexTitle(DocumentPart part) {
        Matcher title = ANNEX.matcher(part instanceof TextPart text ? text.text() : "");
        return title.matches() ? Optional.of(title.group(1)) : Optional.empty();
    }

    /** Annexes: a title, then a table. */
    private void behindSignature(List<DocumentPart> content) {
        for (int i = 0; i < content.size(); i++) {
            Optional<String> title = annexTitle(content.get(i));
            if (title.isPresent() && i + 1 < content.size() && content.get(i + 1) instanceof TableGrid grid) {
                ProseText table = ProseText.of(List.of(grid));
                String path = Keywords.ANNEXES + "." + (annexes.size() + 1);
                openings.put(path, table.text());
                origins.putProse(path, List.of(grid));
                doubts.addAll(table.doubts());
                annexes.add(new Annex(title.get(), path, Optional.empty(), List.of()));
                i++;
            } else if (!(content.get(i) instanceof TableGrid grid && used.contains(grid))) {
                lose(content.get(i));
            }
        }
    }

    /** Where the signature above a date or at the end begins. */
    private int signature(List<DocumentPart> content, int date) {
        String agency = form.fact(Fact.Role.AGENCY)
                .map(fact -> facts.getOrDefault(fact.key(), ""))
                .orElse("");
        StringBuilder name = new StringBuilder();
        for (int i = date - 1; i >= Math.max(0, date - 3) && content.get(i) instanceof TextPart line; i--) {
            name.insert(0, line.text());
            if (agency.contentEquals(name)) {
                return i;
            }
            if (agency.isEmpty() && date < content.size() && name.length() < NAME && name.indexOf("。") < 0) {
                form.fact(Fact.Role.AGENCY).ifPresent(fact -> facts.put(fact.key(), name.toString()));
                return i;
            }
        }
        return date;
    }

    private void lose(DocumentPart passage) {
        if (passage instanceof TextPart paragraph) {
            new LabelledFacts(form)
                    .in(paragraph.text())
                    .ifPresentOrElse(found -> found.forEach(facts::putIfAbsent), () -> lost.add(paragraph.text()));
        }
    }
}
