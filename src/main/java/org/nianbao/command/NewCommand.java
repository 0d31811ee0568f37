package org.nianbao.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nianbao.blank.NewInput;
import org.nianbao.chinese.Script;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.input.Reading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code new}: writes an input to fill in, from nothing or from an earlier report. */
@Command(name = "new", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class NewCommand implements Callable<Integer> {
    private final Main main;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--agency", paramLabel = "NAME")
    private @Nullable String agency;

    @Option(names = "--year", paramLabel = "YEAR")
    private @Nullable Integer year;

    @Option(names = "--from", paramLabel = "FILE")
    private @Nullable Path from;

    @Option(names = "--form", paramLabel = "NAME")
    private @Nullable String form;

    @Option(names = "--edition", paramLabel = "YEAR")
    private @Nullable Integer edition;

    @Option(names = "--script", paramLabel = "hans|hant")
    private @Nullable String script;

    @Option(names = "--output", paramLabel = "FILE")
    private @Nullable Path output;

    @Option(names = "--templates", paramLabel = "DIR")
    private @Nullable Path templates;

    NewCommand(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() {
        requireSense();
        Optional<Script> asked = main.script(script, spec);
        Diagnostics diagnostics = new Diagnostics();
        NewInput job = NewInput.open(main.templates(templates, spec), diagnostics);
        Optional<Reading.Filled> earlier = Optional.empty();
        if (diagnostics.isEmpty() && from != null) {
            earlier = job.read(main.at(from), from.toString(), diagnostics);
        }
        main.tell(diagnostics.first());
        if (diagnostics.stream().anyMatch(Diagnostic::isError)) {
            return Main.INPUT_AT_FAULT;
        }
        NewInput.NewOptions order = order(job, earlier, asked);
        Path file = output == null ? usualPlace(order) : output;
        Diagnostics warnings = new Diagnostics();
        boolean written = job.write(order, main.at(file), file.toString(), warnings);
        main.tell(warnings.first());
        if (written) {
            main.out()
                    .println(Message.of("new-written", file, then(file, order)).in(main.locale()));
        }
        return written ? Main.DONE : Main.INPUT_AT_FAULT;
    }

    private void requireSense() {
        if (from == null && (agency == null || year == null)) {
            throw main.wrongUse(spec, Message.of("new-needs"));
        }
        if (agency != null && (agency.isBlank() || agency.codePoints().anyMatch(Character::isISOControl))) {
            throw main.wrongUse(spec, Message.of("agency-one-line"));
        }
        if (year != null && (year < 1000 || year > 2999)) {
            throw main.wrongUse(spec, Message.of("option-value", "--year", year));
        }
    }

    private NewInput.NewOptions order(NewInput job, Optional<Reading.Filled> earlier, Optional<Script> asked) {
        String kind = earlier.map(filled -> filled.report().form().name())
                .orElseGet(() -> form == null ? job.forms().get(0) : form);
        if (form != null && !job.forms().contains(form)) {
            throw main.wrongUse(spec, Message.of("unknown-kind", form, String.join(", ", job.forms())));
        }
        if (form != null && !form.equals(kind)) {
            throw main.wrongUse(spec, Message.of("not-from", form));
        }
        int about = year == null ? earlier.orElseThrow().report().year().orElseThrow() + 1 : year;
        String whose = agency == null ? earlier.orElseThrow().report().agency().orElseThrow() : agency.strip();
        return new NewInput.NewOptions(kind, edition(job, kind, about), whose, about, asked, earlier);
    }

    private int edition(NewInput job, String kind, int about) {
        String known = String.join(
                ", ", job.editions(kind).stream().map(String::valueOf).toList());
        if (edition == null) {
            return job.edition(kind, about)
                    .orElseThrow(() -> main.wrongUse(spec, Message.of("year-without-edition", about, known)));
        }
        if (!job.editions(kind).contains(edition)) {
            throw main.wrongUse(spec, Message.of("unknown-edition", edition, known));
        }
        return edition;
    }

    /** What to check the new file with, once it is filled in. */
    private String then(Path file, NewInput.NewOptions order) {
        boolean lastYears = order.earlier()
                .filter(earlier -> earlier.report().year().equals(Optional.of(order.year() - 1)))
                .isPresent();
        return file
                + (lastYears ? " --last-year " + from : "")
                + (templates == null ? "" : " --templates " + templates);
    }

    /** Beside the earlier report, under its name with the new year; without one, under the agency's name in inputs. */
    private Path usualPlace(NewInput.NewOptions order) {
        if (from == null) {
            return Path.of("inputs", order.agency().replaceAll("[\\s\\p{Punct}]+", "-") + "-" + order.year() + ".yaml");
        }
        String before =
                String.valueOf(order.earlier().orElseThrow().report().year().orElseThrow());
        String name = String.valueOf(from.getFileName()).replaceFirst("\\.ya?ml$", "");
        int at = name.lastIndexOf(before);
        String stem = at < 0 ? name + "-" : name.substring(0, at);
        String rest = at < 0 ? "" : name.substring(at + before.length());
        return from.resolveSibling(stem + order.year() + rest + ".yaml");
    }
}
