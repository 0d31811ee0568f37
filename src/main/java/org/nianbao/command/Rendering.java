package org.nianbao.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.nianbao.diagnostic.FileDiagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.Severity;
import org.nianbao.pipeline.Batch;
import org.nianbao.pipeline.Renderer;

/** Tells how rendering gets on: a line for each input or, of several on a terminal, a bar; in the end what it came to. */
final class Rendering implements AutoCloseable {
    private static final int BAR = 70;
    private static final String ERASE = "\r\u001b[K";

    private final Main main;
    private final Path output;
    private final Renderer.RenderMode way;
    private final int inputs;
    private final Optional<ProgressBar> bar;
    private final Map<Batch.InputStatus, Integer> counts = new EnumMap<>(Batch.InputStatus.class);
    private final List<String> refused = new ArrayList<>();

    /**
     * Begins to tell.
     *
     * @param output the folder, as the person typed it
     * @param inputs how many there are
     */
    Rendering(Main main, Path output, Renderer.RenderMode way, int inputs) {
        this.main = main;
        this.output = output;
        this.way = way;
        this.inputs = inputs;
        this.bar = inputs > 1 && main.isTerminal(Main.Stream.ERR)
                ? Optional.of(new ProgressBarBuilder()
                        .setInitialMax(inputs)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setConsumer(new DelegatingProgressBarConsumer(this::draw, BAR))
                        .build())
                : Optional.empty();
    }

    private void draw(String line) {
        synchronized (main) {
            main.err().print(ERASE + line);
            main.err().flush();
        }
    }

    /** Tells of an input, and answers whether it has its documents. */
    boolean tell(Batch.FinishedInput done) {
        counts.merge(done.status(), 1, Integer::sum);
        FileDiagnostics findings = done.findings();
        synchronized (main) {
            if (bar.isPresent() && !(findings.diagnostics().isEmpty() && done.status() != Batch.InputStatus.REFUSED)) {
                main.err().print(ERASE);
            }
            main.tell(findings.listed());
            if (done.status() == Batch.InputStatus.REFUSED) {
                refused.add(findings.name());
                main.err().println(refusal(findings).in(main.locale()));
            } else if (bar.isEmpty()) {
                main.out().println(line(done));
            }
        }
        bar.ifPresent(ProgressBar::step);
        return done.status() != Batch.InputStatus.REFUSED;
    }

    private Message refusal(FileDiagnostics findings) {
        String name = findings.name();
        int errors = findings.count(Severity.ERROR);
        if (errors > 0) {
            return Message.of("not-rendered", name, errors);
        }
        if (findings.diagnostics().isEmpty()) {
            return Message.of("not-rendered-before", name);
        }
        return way == Renderer.RenderMode.STRICT
                ? Message.of("not-rendered-strict", name, findings.count(Severity.WARNING))
                : Message.of("not-rendered-unfilled", name, findings.unfilled());
    }

    private String line(Batch.FinishedInput done) {
        Locale locale = main.locale();
        List<Path> written = done.files();
        String endings = written.stream()
                .map(path -> path.toString().substring(path.toString().lastIndexOf('.') + 1))
                .collect(Collectors.joining(","));
        String base = output.resolve(Renderer.baseName(written.get(0))).toString();
        String files = base.substring(0, base.lastIndexOf('.')) + ".{" + endings + "}";
        String key = done.status() == Batch.InputStatus.UNCHANGED ? "unchanged" : "rendered";
        String line = Message.of(key, done.findings().name(), files).in(locale);
        if (done.findings().accepted() > 0) {
            line += " "
                    + Message.of("accepted-count", done.findings().accepted()).in(locale);
        }
        return way == Renderer.RenderMode.DRAFT
                ? line + " " + Message.of("draft-mark").in(locale)
                : line;
    }

    /** Whether no input was refused. */
    boolean isClean() {
        return refused.isEmpty();
    }

    /** Tells what all inputs came to, if there were several. */
    void sum() {
        if (inputs < 2) {
            return;
        }
        int told = counts.values().stream().mapToInt(Integer::intValue).sum();
        List<Message> parts = new ArrayList<>();
        parts.add(Message.of("sum-rendered", count(Batch.InputStatus.RENDERED), output));
        if (count(Batch.InputStatus.UNCHANGED) > 0) {
            parts.add(Message.of("sum-unchanged", count(Batch.InputStatus.UNCHANGED)));
        }
        if (told < inputs) {
            parts.add(Message.of("sum-left", inputs - told));
        }
        if (!isClean()) {
            parts.add(Message.of("sum-refused", refused.size(), String.join(", ", refused)));
        }
        main.out()
                .println(parts.stream()
                        .map(part -> part.in(main.locale()))
                        .collect(Collectors.joining(Message.of("sum-comma").in(main.locale()))));
    }

    private int count(Batch.InputStatus result) {
        return counts.getOrDefault(result, 0);
    }

    /** Takes the bar away. */
    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
        bar.ifPresent(drawn -> draw(""));
    }
}
