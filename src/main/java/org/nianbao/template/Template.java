package org.nianbao.template;

import freemarker.cache.FileTemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNotFoundException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nianbao.narrative.Narrative;
import org.nianbao.page.Page;
import org.nianbao.page.Picture;
import org.nianbao.problem.Message;
import org.nianbao.problem.Place;
import org.nianbao.problem.Problem;
import org.nianbao.report.Fact;
import org.nianbao.report.Report;
import org.nianbao.report.Section;
import org.nianbao.typography.Typography;

/**
 * Fills {@code report.ftlh}, {@code report.css} and {@code screen.css} into a page. Each is looked for beside the form, then in the folders
 * above, up to the templates folder.
 *
 * <p>Templates get data only (maps, lists, strings); they cannot make objects, call methods, or load anything from
 * outside the templates folder. Thread-safe.
 */
public final class Template {
    private final Path folder;
    private final Configuration configuration;

    /** Prepares the templates of a folder. */
    public Template(Path folder) {
        this.folder = folder;
        configuration = new Configuration(Configuration.VERSION_2_3_34);
        try {
            configuration.setTemplateLoader(new FileTemplateLoader(folder.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        configuration.setObjectWrapper(new SimpleObjectWrapper(Configuration.VERSION_2_3_34));
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setDefaultEncoding("UTF-8");
        configuration.setLocale(Locale.ROOT);
        configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
        configuration.setNumberFormat("computer");
        configuration.setRecognizeStandardFileExtensions(true);
        configuration.setLogTemplateExceptions(false);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
    }

    /**
     * Fills the page of a report.
     *
     * @param report what it says
     * @param prose the narrative of each section that has one, by the section's key
     * @param form the folder of the form, relative to the templates folder
     * @param typography the measures for the style sheet
     * @param draft whether the page is marked as a draft
     * @param problems gets whatever is wrong with the templates
     */
    public Optional<Page> fill(
            Report report,
            Map<String, Narrative> prose,
            Path form,
            Typography typography,
            boolean draft,
            List<Problem> problems) {
        Map<String, Picture> pictures = new LinkedHashMap<>();
        prose.values().forEach(narrative -> pictures.putAll(narrative.pictures()));
        Map<String, Object> measures = StyleModel.of(typography);
        Optional<String> paper = process(form, "report.css", measures, problems);
        Optional<String> screen = process(form, "screen.css", measures, problems);
        Optional<String> xhtml = process(form, "report.ftlh", model(report, prose, draft), problems);
        if (paper.isEmpty() || screen.isEmpty() || xhtml.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Page.read(xhtml.get(), new Page.Styles(paper.get(), screen.get()), pictures));
        } catch (Page.Malformed malformed) {
            problems.add(new TemplateSources(folder, form).explain(malformed, xhtml.get()));
            return Optional.empty();
        }
    }

    private Optional<String> process(Path form, String name, Map<String, Object> model, List<Problem> problems) {
        // FreeMarker's template acquisition: * stands for this folder or any above it
        String path = form.toString().replace('\\', '/') + "/*/" + name;
        try {
            StringWriter out = new StringWriter();
            configuration.getTemplate(path).process(model, out);
            return Optional.of(out.toString());
        } catch (TemplateNotFoundException e) {
            problems.add(Problem.error(
                    "template-missing",
                    Message.of("template-missing", form.resolve(name)),
                    Message.of("template-missing.way-out")));
        } catch (ParseException e) {
            problems.add(syntax(e.getTemplateName(), e.getLineNumber(), e.getColumnNumber(), e.getEditorMessage()));
        } catch (TemplateException e) {
            problems.add(syntax(
                    e.getTemplateSourceName(), e.getLineNumber(), e.getColumnNumber(), e.getMessageWithoutStackTop()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.empty();
    }

    private Problem syntax(
            @Nullable String template, @Nullable Integer line, @Nullable Integer column, String message) {
        Message fact = Message.of(
                "template-syntax",
                message.lines().takeWhile(words -> !words.isBlank()).collect(Collectors.joining(" ")));
        Message wayOut = Message.of("template-syntax.way-out");
        if (template == null || line == null || column == null) {
            return Problem.error("template-syntax", fact, wayOut);
        }
        Place place = new Place(new TemplateSources(folder, Path.of("")).source(template), line, column, 0);
        return Problem.error("template-syntax", place, fact, wayOut);
    }

    private static Map<String, Object> model(Report report, Map<String, Narrative> prose, boolean draft) {
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
            if (section instanceof Section.Figures figures) {
                tables++;
                part.put("table", TableModel.of(report, figures, tables));
            } else {
                Narrative narrative = prose.get(section.key());
                part.put("prose", markup(narrative == null ? "" : narrative.xhtml()));
            }
            if (!leftOut(section, report)) {
                sections.add(part);
            }
        }
        model.put("sections", sections);
        model.put("draft", draft);
        return model;
    }

    private static boolean leftOut(Section section, Report report) {
        return section instanceof Section.Prose part
                && !part.required()
                && report.prose(part.key()).isBlank();
    }

    private static Object markup(String xhtml) {
        try {
            return HTMLOutputFormat.INSTANCE.fromMarkup(xhtml);
        } catch (TemplateModelException e) {
            throw new IllegalStateException(e);
        }
    }
}
