package org.nianbao.command;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nianbao.chinese.Script;
import org.nianbao.console.AnsiStyle;
import org.nianbao.console.SnippetText;
import org.nianbao.console.TextStyle;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.pipeline.Engine;
import org.nianbao.pipeline.Producer;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * The program: arguments, streams and a folder in, an exit status out.
 *
 * <p>0 done; 1 something in an input or a template must be mended; 2 wrong use of the command; 3 our own fault.
 */
public final class Main {
    static final int DONE = 0;
    static final int INPUT_AT_FAULT = 1;
    static final int WRONG_USE = 2;
    static final int BUG = 3;

    private final PrintWriter out;
    private final PrintWriter err;
    private final Path here;
    private final Path home;
    private final Set<Stream> coloured;
    private Locale locale;

    /** A stream that people may read on a terminal. */
    public enum Stream {
        /** What was done, what was found. */
        OUT,
        /** Problems of a run. */
        ERR
    }

    /**
     * Prepares a run.
     *
     * @param out for what was done
     * @param err for problems
     * @param here the folder that relative paths are looked for from
     * @param home where the program is installed: it holds {@code templates} or stands, with its parent, in the folder
     *     that does
     * @param locale whose language is spoken, unless {@code --lang} says otherwise: Chinese for any {@code zh}, else
     *     English
     * @param coloured the streams that end at a terminal that shows colours
     */
    public Main(PrintWriter out, PrintWriter err, Path here, Path home, Locale locale, Set<Stream> coloured) {
        this.out = out;
        this.err = err;
        this.here = here;
        this.home = home;
        this.locale = locale;
        this.coloured = Set.copyOf(coloured);
    }

    /** Runs the program and ends the process. */
    public static void main(String[] arguments) {
        // decided before any library asks: nothing here draws on a screen
        System.setProperty("java.awt.headless", "true");
        Charset charset =
                Optional.ofNullable(System.console()).map(Console::charset).orElse(StandardCharsets.UTF_8);
        PrintWriter out =
                new PrintWriter(new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), charset), true);
        PrintWriter err =
                new PrintWriter(new OutputStreamWriter(new FileOutputStream(FileDescriptor.err), charset), true);
        Path home = Path.of(System.getProperty("nianbao.home", "."));
        Locale locale = language(System.getProperty("nianbao.language", ""));
        // libraries write numbers by the default: an Arabic machine would get other digits into its pictures
        Locale.setDefault(Locale.ROOT);
        System.exit(new Main(out, err, Path.of(""), home, locale, coloured()).run(arguments));
    }

    /** Java cannot tell whether a single stream ends at a terminal; the launcher can, and says so. */
    private static Set<Stream> coloured() {
        Set<Stream> coloured = EnumSet.noneOf(Stream.class);
        // https://no-color.org
        boolean wanted = System.getenv().getOrDefault("NO_COLOR", "").isEmpty()
                && !"dumb".equals(System.getenv().get("TERM"));
        String terminals = System.getProperty("nianbao.terminal", "");
        for (Stream stream : Stream.values()) {
            if (wanted && terminals.contains(stream.name().toLowerCase(Locale.ROOT))) {
                coloured.add(stream);
            }
        }
        return coloured;
    }

    /**
     * The language that a POSIX locale's name asks for.
     *
     * @param name for example {@code zh_CN.UTF-8}; it need not be installed. Without a name it is Java's default
     */
    private static Locale language(String name) {
        if (name.isEmpty() || name.startsWith("$")) {
            return Locale.getDefault();
        }
        return name.startsWith("zh") ? Locale.CHINESE : Locale.ENGLISH;
    }

    /** The command that the first argument names, else all of them: to look at the options of each takes its time. */
    private List<Object> commands(String... arguments) {
        List<Object> all = List.of(
                new AggregateCommand(this),
                new CheckCommand(this),
                new CompareCommand(this),
                new OverviewCommand(this),
                new RenderCommand(this),
                new NewCommand(this),
                new SchemaCommand(this),
                new PrepareCommand(this));
        List<Object> named = all.stream()
                .filter(command -> arguments.length > 0
                        && command.getClass()
                                .getAnnotation(CommandLine.Command.class)
                                .name()
                                .equals(arguments[0]))
                .toList();
        return named.isEmpty() ? all : named;
    }

    /** Does what the arguments ask for and returns the exit status. */
    public int run(String... arguments) {
        return commandLine(arguments).execute(arguments);
    }

    /** The commands with their options and help texts: all of them, or the one that the first argument names. */
    CommandLine commandLine(String... arguments) {
        locale = Language.asked(arguments).orElse(locale);
        CommandLine line = new CommandLine(new Nianbao());
        commands(arguments).forEach(line::addSubcommand);
        ResourceBundle help = ResourceBundle.getBundle(
                "org.nianbao.command.help",
                Message.chinese(locale) ? Locale.CHINESE : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        line.getCommandSpec().addMixin("language", CommandSpec.forAnnotatedObject(new Language()));
        line.getSubcommands()
                .values()
                .forEach(command ->
                        command.getCommandSpec().addMixin("language", CommandSpec.forAnnotatedObject(new Language())));
        line.setResourceBundle(help);
        line.getSubcommands().values().forEach(command -> command.setResourceBundle(help));
        line.setOut(out);
        line.setErr(err);
        line.setParameterExceptionHandler((wrong, typed) -> {
            err.println(Misuse.of(wrong).in(locale));
            err.println(Message.of(
                            "wrong-use.help",
                            wrong.getCommandLine().getCommandSpec().qualifiedName())
                    .in(locale));
            return WRONG_USE;
        });
        line.setExecutionExceptionHandler((fault, at, parsed) -> {
            err.println("Bug: " + fault);
            fault.printStackTrace(err);
            return BUG;
        });
        return line;
    }

    PrintWriter out() {
        return out;
    }

    PrintWriter err() {
        return err;
    }

    Locale locale() {
        return locale;
    }

    /** Tells problems on the stream for them. */
    void tell(List<Diagnostic> diagnostics) {
        diagnostics.forEach(diagnostic -> err.print(SnippetText.told(diagnostic, locale, ink(Stream.ERR))));
        err.flush();
    }

    /** How a stream sets off the parts of a problem. */
    TextStyle ink(Stream stream) {
        return coloured.contains(stream) ? AnsiStyle.INK : TextStyle.PLAIN;
    }

    /** A path as the person typed it, found from the folder they are in. */
    Path at(Path typed) {
        return here.resolve(typed);
    }

    /** The templates that come with the program; in a checkout, the checkout's own, so that an edit takes effect. */
    Path templates() {
        Path checkout = home.resolve("../../templates").normalize();
        return Files.isDirectory(checkout) ? checkout : home.resolve("templates");
    }

    /** What a command throws that was asked for what it cannot do; picocli makes exit status 2 of it. */
    ParameterException wrongUse(@Nullable CommandSpec command, Message message) {
        return new ParameterException(Optional.ofNullable(command).orElseThrow().commandLine(), message.in(locale));
    }

    /**
     * The templates that a command was told to use or, if it was told nothing, the program's own.
     *
     * @throws ParameterException if there is no such folder
     */
    Path templates(@Nullable Path typed, @Nullable CommandSpec command) {
        if (typed == null) {
            return templates();
        }
        if (!Files.isDirectory(at(typed))) {
            throw wrongUse(command, Message.of("no-folder", typed));
        }
        return at(typed);
    }

    /**
     * What a command renders and checks with.
     *
     * @param typed the templates that it was told to use, if any
     * @param fonts files and folders that it was told to prefer
     * @param diagnostics gets what is wrong with them
     * @throws ParameterException if there is no such folder of templates
     */
    Engine workshop(@Nullable Path typed, List<Path> fonts, @Nullable CommandSpec command, Diagnostics diagnostics) {
        return Engine.open(
                new Engine.EngineSettings(
                        templates(typed, command), fonts.stream().map(this::at).toList(), Optional.of(prepared())),
                diagnostics);
    }

    /**
     * The script that documents were asked for in, if any was.
     *
     * @throws ParameterException if there is no such script
     */
    Optional<Script> script(@Nullable String typed, @Nullable CommandSpec command) {
        Optional<Script> script = Optional.ofNullable(typed).flatMap(Script::ofCode);
        if (typed != null && script.isEmpty()) {
            String known = Arrays.stream(Script.values()).map(Script::code).collect(Collectors.joining(", "));
            throw wrongUse(command, Message.of("unknown-script", typed, known));
        }
        return script;
    }

    /**
     * What documents say of their making.
     *
     * @throws ParameterException if {@code SOURCE_DATE_EPOCH} is no number of seconds (reproducible-builds.org)
     */
    Producer imprint(@Nullable CommandSpec command) {
        String seconds = System.getenv().getOrDefault("SOURCE_DATE_EPOCH", "");
        if (!seconds.matches("[0-9]{0,11}")) {
            throw wrongUse(command, Message.of("source-date-epoch", seconds));
        }
        return new Producer(
                Version.named(),
                seconds.isEmpty() ? Optional.empty() : Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds))));
    }

    /** A file that is another one when the program is: its jar names the versions of all libraries. */
    Path program() {
        return home.resolve("lib").resolve("nianbao.jar");
    }

    /** Whether a stream ends at a terminal that can be drawn on. */
    boolean isTerminal(Stream stream) {
        return coloured.contains(stream);
    }

    /** What was made ahead when the program was built. */
    Path prepared() {
        return home.resolve("prepared");
    }
}
