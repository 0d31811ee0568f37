package org.nianbao.template;

import freemarker.cache.FileTemplateLoader;
import freemarker.core.Environment;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Source;
import org.nianbao.diagnostic.SourceSpan;
import org.nianbao.sandbox.Sandbox;

/**
 * The templates of a folder. They read data ({@link DataWrapper}); they cannot create objects, call methods, load anything
 * from outside the folder, or run forever. Thread-safe.
 */
final class TemplateFolder {
    /** CPU time; a report takes some hundredths of a second. Tests of templates without end wait for less. */
    private static final Duration LIMIT = Duration.ofSeconds(Integer.getInteger("nianbao.template.seconds", 5));

    private final Path folder;
    private final Configuration configuration;

    /** Set once a template exceeds its limit; no other is started, since an expression may go on. */
    private volatile Optional<Diagnostic> endless = Optional.empty();

    TemplateFolder(Path folder) {
        this.folder = folder;
        configuration = new StoppableTemplates();
        try {
            configuration.setTemplateLoader(new FileTemplateLoader(folder.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        configuration.setObjectWrapper(new DataWrapper());
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

    private interface TemplateUse {
        void of(freemarker.template.Template template) throws TemplateException, IOException;
    }

    /** Whether a template exists and can be parsed. Parameters as of {@link #fill}. */
    boolean parses(String path, Path name, Diagnostics diagnostics) {
        return use(path, name, template -> {}, diagnostics);
    }

    /**
     * Fills a template.
     *
     * @param path in the folder; {@code *} stands for a folder or any above it
     * @param name as messages call it
     * @param model a record or a map: the variables of the template
     * @param more additional variables
     */
    Optional<String> fill(String path, Path name, Object model, Map<String, ?> more, Diagnostics diagnostics) {
        Writer out = new LimitedOutput();
        boolean filled = use(
                path,
                name,
                template -> {
                    Environment environment = template.createProcessingEnvironment(model, out);
                    for (Map.Entry<String, ?> variable : more.entrySet()) {
                        environment.setGlobalVariable(
                                variable.getKey(),
                                configuration.getObjectWrapper().wrap(variable.getValue()));
                    }
                    environment.process();
                },
                diagnostics);
        return filled ? Optional.of(out.toString()) : Optional.empty();
    }

    /** HTML that a template prints unescaped. */
    static Object markup(String html) {
        try {
            return HTMLOutputFormat.INSTANCE.fromMarkup(html);
        } catch (TemplateModelException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean use(String path, Path name, TemplateUse use, Diagnostics diagnostics) {
        Optional<Diagnostic> error = endless;
        if (error.isEmpty()) {
            try {
                error = Sandbox.within(LIMIT, () -> error(path, name, use));
            } catch (Sandbox.LimitExceeded exceeded) {
                error = Optional.of(Diagnostic.error("template-endless", name, exceeded.reason()));
                endless = error;
            }
        }
        error.ifPresent(diagnostics::add);
        return error.isEmpty();
    }

    private Optional<Diagnostic> error(String path, Path name, TemplateUse use) {
        try {
            use.of(configuration.getTemplate(path));
            return Optional.empty();
        } catch (TemplateNotFoundException e) {
            return Optional.of(Diagnostic.error("template-missing", name));
        } catch (ParseException e) {
            return Optional.of(
                    syntax(e.getTemplateName(), e.getLineNumber(), e.getColumnNumber(), e.getEditorMessage()));
        } catch (TemplateException e) {
            return Optional.of(syntax(
                    e.getTemplateSourceName(), e.getLineNumber(), e.getColumnNumber(), e.getMessageWithoutStackTop()));
        } catch (SecurityException e) { // thrown by the loader for a link that leads out of the folder
            return Optional.of(Diagnostic.error("template-outside", String.valueOf(e.getMessage())));
        } catch (StoppableTemplates.Unstoppable e) {
            return Optional.of(unstoppable(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Diagnostic unstoppable(StoppableTemplates.Unstoppable fault) {
        Source source = new TemplateSources(folder, Path.of("")).source(fault.template());
        String name = fault.used().replaceAll("\\?|\\(.*", "");
        int at = Math.max(0, source.text().indexOf(name));
        return Diagnostic.error("template-unstoppable", source.between(at, at + name.length()), fault.used());
    }

    private Diagnostic syntax(
            @Nullable String template, @Nullable Integer line, @Nullable Integer column, String message) {
        Diagnostic diagnostic = Diagnostic.error(
                "template-syntax",
                message.lines().takeWhile(words -> !words.isBlank()).collect(Collectors.joining(" ")));
        if (template == null || line == null || column == null) {
            return diagnostic;
        }
        return diagnostic.at(
                new SourceSpan(new TemplateSources(folder, Path.of("")).source(template), line, column, 0));
    }
}
