package org.nianbao.template;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.nianbao.chart.ChartImage;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.form.Fact;
import org.nianbao.form.Section;
import org.nianbao.markdown.Narrative;
import org.nianbao.page.Page;
import org.nianbao.page.Picture;
import org.nianbao.report.Annex;
import org.nianbao.report.Report;
import org.nianbao.typography.Typography;

/**
 * Fills a template and its style sheets, {@code report.css} and {@code screen.css}. Each is taken from the folder of the
 * form or else from the nearest folder above it, up to the templates folder. Thread-safe.
 */
public final class Template {
    private final Path folder;
    private final TemplateFolder templates;

    /** The styles by the folder of the form. */
    private final Map<Path, FilledStyles> styles = new ConcurrentHashMap<>();

    /** Those of pages with notes below tables. */
    private final Map<Path, FilledStyles> stylesOfNotes = new ConcurrentHashMap<>();

    private record FilledStyles(Typography typography, Page.Styles styles) {}

    private record StylesKey(Path form, boolean notes) {}

    /** @param folder the templates folder */
    public Template(Path folder) {
        this.folder = folder;
        templates = new TemplateFolder(folder);
    }

    /**
     * A section of a report, for its template.
     *
     * @param prose as markup; in a section with a table, above it
     * @param notes below the table
     */
    @TemplateData
    public record SectionView(
            String key,
            String id,
            Optional<String> heading,
            Object prose,
            Optional<TableLayout> table,
            List<String> notes,
            List<ChartView> charts) {}

    /** An annex, for the template; its table is markup. */
    @TemplateData
    public record AnnexView(int number, String id, String title, Object prose) {}

    /**
     * Fills the page of a report.
     *
     * @param prose by key of the section
     * @param charts by key of the section
     * @param form the folder of the form, relative to the templates folder
     * @param draft whether the page is marked as a draft
     * @param data name of the file with the figures, if one is written beside the documents
     * @param diagnostics gets the errors in the templates; then there is no page
     */
    public Optional<Page> fill(
            Report report,
            Map<String, Narrative> prose,
            Map<String, List<ChartImage>> charts,
            Path form,
            Typography typography,
            boolean draft,
            Optional<String> data,
            Diagnostics diagnostics) {
        Map<String, Object> model = new LinkedHashMap<>();
        for (Fact fact : report.form().facts()) {
            report.fact(fact.key()).ifPresent(text -> model.put(fact.key(), text));
            if (fact.required()) {
                model.putIfAbsent(fact.key(), "");
            }
        }
        model.put("sections", sections(report, prose, charts));
        model.put("annexes", annexes(report, prose));
        model.put("draft", draft);
        model.put("issued", report.signed());
        model.put("data", data);
        Map<String, Picture> pictures = new LinkedHashMap<>();
        prose.values().forEach(narrative -> pictures.putAll(narrative.pictures()));
        report.form().sections().stream()
                .flatMap(section -> charts.getOrDefault(section.key(), List.of()).stream())
                .forEach(chart -> pictures.put(chart.picture().name(), chart.picture()));
        StylesKey key = new StylesKey(form, report.words().hasNotesBelow());
        return page("report.ftlh", model, Map.of(), pictures, key, typography, diagnostics)
                .map(Page::withFigureNumbers);
    }

    /**
     * Fills a page that is not a report.
     *
     * @param name of the template
     * @param model a record marked {@link TemplateData}
     * @param more additional variables
     * @param charts become the variable {@code charts}
     * @param form the folder of the form, relative to the templates folder
     * @param diagnostics gets the errors in the templates; then there is no page
     */
    public Optional<Page> fill(
            String name,
            Object model,
            Map<String, ?> more,
            List<ChartImage> charts,
            Path form,
            Typography typography,
            Diagnostics diagnostics) {
        Map<String, Object> variables = new LinkedHashMap<>(more);
        variables.put("charts", charts.stream().map(ChartView::of).toList());
        Map<String, Picture> pictures = new LinkedHashMap<>();
        charts.forEach(chart -> pictures.put(chart.picture().name(), chart.picture()));
        return page(name, model, variables, pictures, new StylesKey(form, false), typography, diagnostics);
    }

    private Optional<Page> page(
            String name,
            Object model,
            Map<String, ?> more,
            Map<String, Picture> pictures,
            StylesKey key,
            Typography typography,
            Diagnostics diagnostics) {
        Path form = key.form();
        Optional<Page.Styles> sheets = styles(key, typography, diagnostics);
        Optional<String> xhtml = text(form, name, model, more, diagnostics);
        if (sheets.isEmpty() || xhtml.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Page.read(xhtml.get(), sheets.get(), pictures));
        } catch (Page.MalformedPage malformed) {
            diagnostics.add(new TemplateSources(folder, form).explain(malformed, name, xhtml.get()));
            return Optional.empty();
        }
    }

    private Optional<Page.Styles> styles(StylesKey key, Typography typography, Diagnostics diagnostics) {
        Path form = key.form();
        Map<Path, FilledStyles> cache = key.notes() ? stylesOfNotes : styles;
        FilledStyles known = cache.get(form);
        if (known != null && known.typography.equals(typography)) {
            return Optional.of(known.styles);
        }
        Map<String, Object> measures = Map.of(
                "paper", typography.paper(),
                "style", StyleView.all(typography),
                "composition", typography.composition(),
                "notes", key.notes());
        Optional<String> paper = text(form, "report.css", measures, Map.of(), diagnostics);
        Optional<String> screen = text(form, "screen.css", measures, Map.of(), diagnostics);
        if (paper.isEmpty() || screen.isEmpty()) {
            return Optional.empty();
        }
        try {
            Page.Styles filled = Page.Styles.of(paper.get(), screen.get());
            cache.put(form, new FilledStyles(typography, filled));
            return Optional.of(filled);
        } catch (Page.MalformedPage malformed) {
            diagnostics.add(new TemplateSources(folder, form).explain(malformed, "report.css", ""));
            return Optional.empty();
        }
    }

    private Optional<String> text(Path form, String name, Object model, Map<String, ?> more, Diagnostics diagnostics) {
        // FreeMarker looks for what follows the asterisk in this folder, then in those above
        String path = form.toString().replace('\\', '/') + "/*/" + name;
        return templates.fill(path, form.resolve(name), model, more, diagnostics);
    }

    private static List<AnnexView> annexes(Report report, Map<String, Narrative> prose) {
        List<AnnexView> views = new ArrayList<>();
        for (Annex annex : report.words().annexes()) {
            int number = views.size() + 1;
            String xhtml = Optional.ofNullable(prose.get(annex.path()))
                    .map(Narrative::xhtml)
                    .orElse("");
            views.add(new AnnexView(number, "a" + number, annex.title(), TemplateFolder.markup(xhtml)));
        }
        return views;
    }

    private static List<SectionView> sections(
            Report report, Map<String, Narrative> prose, Map<String, List<ChartImage>> charts) {
        List<SectionView> views = new ArrayList<>();
        int number = 0;
        int tables = 0;
        for (Section section : report.form().sections()) {
            number++;
            Optional<TableLayout> table = Optional.empty();
            if (section instanceof Section.TableSection figures) {
                tables++;
                table = Optional.of(TableLayout.of(report, figures, tables));
            }
            String xhtml = Optional.ofNullable(prose.get(section.key()))
                    .map(Narrative::xhtml)
                    .orElse("");
            List<ChartView> shown = charts.getOrDefault(section.key(), List.of()).stream()
                    .map(ChartView::of)
                    .toList();
            if (!shown.isEmpty() || !isLeftOut(section, report)) {
                List<String> notes = report.words().below(section.key());
                Object markup = TemplateFolder.markup(xhtml);
                views.add(new SectionView(section.key(), "s" + number, section.heading(), markup, table, notes, shown));
            }
        }
        return views;
    }

    private static boolean isLeftOut(Section section, Report report) {
        return section instanceof Section.ProseSection part
                && !part.required()
                && report.prose(part.key()).isBlank();
    }
}
