package org.nianbao.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
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

/** Reports the progress of a batch: a line for each input, or a bar if several inputs are rendered at a terminal. */
final class RenderProgress implements AutoCloseable {
    /** In columns. */
    private static final int BAR = 70;

    private static final String ERASE = "\r\u001b[K";

    /** Cuts a line at the margin, and ends that: in a narrow terminal, no bar leaves lines behind (DECAWM). */
    private static final String CUT = "\u001b[?7l";

    private static final String WRAP = "\u001b[?7h";

    private final Terminal terminal;
    private final Path output;
    private final Renderer.RenderMode mode;
    private final boolean skipUnfinished;
    private final int inputs;
    private final Optional<ProgressBar> bar;
    private final Map<Batch.InputStatus, Integer> counts = new EnumMap<>(Batch.InputStatus.class);
    private final List<String> refused = new ArrayList<>();
    private int unfinished;

    /**
     * @param output the folder, as typed
     * @param skipUnfinished whether an input that has unfilled places and no errors is no failure
     * @param inputs how many there are
     */
    RenderProgress(Terminal terminal, Path output, Renderer.RenderMode mode, boolean skipUnfinished, int inputs) {
        this.terminal = terminal;
        this.output = output;
        this.mode = mode;
        this.skipUnfinished = skipUnfinished;
        this.inputs = inputs;
        this.bar = inputs > 1 && terminal.colored().contains(Terminal.Stream.ERR)
                ? Optional.of(new ProgressBarBuilder()
                        .setInitialMax(inputs)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setConsumer(new DelegatingProgressBarConsumer(this::draw, BAR))
                        .build())
                : Optional.empty();
    }

    /** The bar draws in a thread of its own, so the terminal is locked. */
    private void draw(String line) {
        synchronized (terminal) {
            terminal.err().print(line.isEmpty() ? ERASE : ERASE + CUT + line + WRAP);
            terminal.err().flush();
        }
    }

    /** Reports an input, and returns whether it has its documents. */
    boolean report(Batch.FinishedInput done) {
        counts.merge(done.status(), 1, Integer::sum);
        boolean isRefused = done.status() == Batch.InputStatus.REFUSED;
        FileDiagnostics findings = done.findings();
        boolean isSkipped = isRefused && isSkipped(findings);
        synchronized (terminal) {
            if (bar.isPresent() && (isRefused || !findings.diagnostics().isEmpty())) {
                terminal.err().print(ERASE);
            }
            terminal.report(isSkipped ? findings.besidesUnfilled() : findings.summarized());
            if (isSkipped) {
                unfinished++;
                terminal.println(Message.of("unfinished", findings.name(), findings.unfilled()));
            } else if (isRefused) {
                refused.add(findings.name());
                terminal.err().println(refusal(findings).in(terminal.locale()));
            } else if (bar.isEmpty()) {
                terminal.out().println(line(done));
            }
        }
        bar.ifPresent(ProgressBar::step);
        return isSkipped || !isRefused;
    }

    private boolean isSkipped(FileDiagnostics findings) {
        return skipUnfinished && findings.count(Severity.ERROR) == 0 && findings.unfilled() > 0;
    }

    private Message refusal(FileDiagnostics findings) {
        String name = findings.name();
        int errors = findings.count(Severity.ERROR);
        if (errors > 0) {
            return Message.of("not-rendered", name, errors);
        }
        if (findings.unfilled() > 0 && mode != Renderer.RenderMode.STRICT) {
            return Message.of("not-rendered-unfilled", name, findings.unfilled());
        }
        return mode == Renderer.RenderMode.STRICT && !findings.diagnostics().isEmpty()
                ? Message.of("not-rendered-strict", name, findings.count(Severity.WARNING))
                : Message.of("not-rendered-before", name);
    }

    private String line(Batch.FinishedInput done) {
        List<Path> written = done.files();
        String endings = written.stream()
                .map(path -> path.toString().substring(path.toString().lastIndexOf('.') + 1))
                .collect(Collectors.joining(","));
        String base = output.resolve(written.get(0).getFileName()).toString();
        String files =
                base.substring(0, base.lastIndexOf('.') + 1) + (written.size() == 1 ? endings : "{" + endings + "}");
        String key = done.status() == Batch.InputStatus.UNCHANGED ? "unchanged" : "rendered";
        List<Message> parts =
                new ArrayList<>(List.of(Message.of(key, done.findings().name(), files)));
        if (done.findings().accepted() > 0) {
            parts.add(Message.of("accepted-count", done.findings().accepted()));
        }
        if (mode == Renderer.RenderMode.DRAFT) {
            parts.add(Message.of("draft-mark"));
        }
        return join(parts, " ");
    }

    private String join(List<Message> parts, String comma) {
        return parts.stream().map(part -> part.in(terminal.locale())).collect(Collectors.joining(comma));
    }

    /** Whether no input was refused. */
    boolean isClean() {
        return refused.isEmpty();
    }

    /** Prints the sum of several inputs. */
    void summarize() {
        if (inputs < 2) {
            return;
        }
        List<Message> parts =
                new ArrayList<>(List.of(Message.of("sum-rendered", count(Batch.InputStatus.RENDERED), output)));
        int unchanged = count(Batch.InputStatus.UNCHANGED);
        if (unchanged > 0) {
            parts.add(Message.of("sum-unchanged", unchanged));
        }
        int left = inputs - counts.values().stream().mapToInt(Integer::intValue).sum();
        if (unfinished > 0) {
            parts.add(Message.of("sum-unfinished", unfinished));
        }
        if (left > 0) {
            parts.add(Message.of("sum-left", left));
        }
        if (!isClean()) {
            parts.add(Message.of("sum-refused", refused.size(), String.join(", ", refused)));
        }
        terminal.out().println(join(parts, Message.of("sum-comma").in(terminal.locale())));
    }

    private int count(Batch.InputStatus status) {
        return counts.getOrDefault(status, 0);
    }

    /** Erases the bar. */
    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
        bar.ifPresent(drawn -> draw(""));
    }
}
