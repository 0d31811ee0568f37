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
import org.nianbao.report.Report;
import org.nianbao.typography.Typography;

/**
 * Fills a template, {@code report.css} and {@code screen.css} into a page. Each is looked for beside the form, then in the folders above, up to the templates folder. Thread-safe.
 */
public final class Template {
    private final Path folder;
    private final TemplateFolder templates;

    /** By the folder of the form: the same for one report after another. */
    private final Map<Path, Sheets> sheets = new ConcurrentHashMap<>();

    /** Style sheets and the measures that they were filled with. */
    private record Sheets(Typography typography, Page.Styles styles) {}

    /** Prepares the templates of a folder. */
    public Template(Path folder) {
        this.folder = folder;
        templates = new TemplateFolder(folder);
    }

    /**
     * Fills the page of a report.
     *
     * @param report what it says
     * @param prose the narrative of each section that has one, by the section's key
     * @param charts of each section that shows some, by the section's key
     * @param form the folder of the form, relative to the templates folder
     * @param typography the measures for the style sheet
     * @param draft whether the page is marked as a draft
     * @param data the name of the file beside the documents that holds the figures, if there is one
     * @param diagnostics gets whatever is wrong with the templates
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
        Map<String, Picture> pictures = new LinkedHashMap<>();
        prose.values().forEach(narrative -> pictures.putAll(narrative.pictures()));
        report.form().sections().stream()
                .flatMap(section -> charts.getOrDefault(section.key(), List.of()).stream())
                .map(ChartImage::picture)
                .forEach(picture -> pictures.put(picture.name(), picture));
        Map<String, Object> model = model(report, prose, charts, draft);
        data.ifPresent(name -> model.put("data", name));
        return page("report.ftlh", model, pictures, form, typography, diagnostics);
    }

    /**
     * Fills a page that is no report.
     *
     * @param name of the template
     * @param model what it gets
     * @param charts drawn for it
     * @param form the folder of the form, relative to the templates folder
     * @param typography the measures for the style sheet
     * @param diagnostics gets whatever is wrong with the templates
     */
    public Optional<Page> fill(
            String name,
            Map<String, Object> model,
            List<ChartImage> charts,
            Path form,
            Typography typography,
            Diagnostics diagnostics) {
        Map<String, Object> whole = new LinkedHashMap<>(model);
        whole.put("charts", charts.stream().map(ChartModel::of).toList());
        Map<String, Picture> pictures = new LinkedHashMap<>();
        charts.stream().map(ChartImage::picture).forEach(picture -> pictures.put(picture.name(), picture));
        return page(name, whole, pictures, form, typography, diagnostics);
    }

    private Optional<Page> page(
            String name,
            Map<String, Object> model,
            Map<String, Picture> pictures,
            Path form,
            Typography typography,
            Diagnostics diagnostics) {
        Optional<Page.Styles> styles = styles(form, typography, diagnostics);
        Optional<String> xhtml = process(form, name, model, diagnostics);
        if (styles.isEmpty() || xhtml.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Page.read(xhtml.get(), styles.get(), pictures));
        } catch (Page.MalformedPage malformed) {
            diagnostics.add(new TemplateSources(folder, form).explain(malformed, name, xhtml.get()));
            return Optional.empty();
        }
    }

    private Optional<Page.Styles> styles(Path form, Typography typography, Diagnostics diagnostics) {
        Sheets known = sheets.get(form);
        if (known != null && known.typography.equals(typography)) {
            return Optional.of(known.styles);
        }
        Map<String, Object> measures = StyleModel.of(typography);
        Optional<String> paper = process(form, "report.css", measures, diagnostics);
        Optional<String> screen = process(form, "screen.css", measures, diagnostics);
        if (paper.isEmpty() || screen.isEmpty()) {
            return Optional.empty();
        }
        try {
            Page.Styles styles = Page.Styles.of(paper.get(), screen.get());
            sheets.put(form, new Sheets(typography, styles));
            return Optional.of(styles);
        } catch (Page.MalformedPage malformed) {
            diagnostics.add(new TemplateSources(folder, form).explain(malformed, "report.css", ""));
            return Optional.empty();
        }
    }

    private Optional<String> process(Path form, String name, Map<String, Object> model, Diagnostics diagnostics) {
        // FreeMarker's template acquisition: * stands for this folder or any above it
        String path = form.toString().replace('\\', '/') + "/*/" + name;
        return templates.fill(path, form.resolve(name), model, diagnostics);
    }

    private static Map<String, Object> model(
            Report report, Map<String, Narrative> prose, Map<String, List<ChartImage>> charts, boolean draft) {
        Map<String, Object> model = new LinkedHashMap<>();
        for (Fact fact : report.form().facts()) {
            report.fact(fact.key()).ifPresent(text -> model.put(fact.key(), text));
            if (fact.required()) {
                model.putIfAbsent(fact.key(), "");
            }
        }
        List<Map<String, Object>> sections = new ArrayList<>();
        int tables = 0;
        int number = 0;
        for (Section section : report.form().sections()) {
            number++;
            Map<String, Object> part = new LinkedHashMap<>();
            part.put("key", section.key());
            part.put("id", "s" + number);
            section.heading().ifPresent(heading -> part.put("heading", heading));
            if (section instanceof Section.TableSection figures) {
                tables++;
                part.put("table", TableModel.of(report, figures, tables));
            } else {
                Narrative narrative = prose.get(section.key());
                part.put("prose", TemplateFolder.markup(narrative == null ? "" : narrative.xhtml()));
            }
            List<ChartImage> shown = charts.getOrDefault(section.key(), List.of());
            part.put("charts", shown.stream().map(ChartModel::of).toList());
            if (!leftOut(section, report) || !shown.isEmpty()) {
                sections.add(part);
            }
        }
        model.put("sections", sections);
        model.put("draft", draft);
        report.signed().ifPresent(day -> model.put("issued", day.toString()));
        return model;
    }

    private static boolean leftOut(Section section, Report report) {
        return section instanceof Section.ProseSection part
                && !part.required()
                && report.prose(part.key()).isBlank();
    }
}
