package org.nianbao.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.nianbao.diagnostic.Message;
import org.nianbao.expression.Allowance;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * The program: arguments in, exit status out.
 *
 * <p>0: done. 1: an input or a template has to be fixed, or a result could not be written. 2: usage error. 3: a bug of the program.
 */
public final class Main {
    private static final int DONE = 0;
    private static final int INPUT_ERROR = 1;
    private static final int USAGE_ERROR = 2;
    private static final int BUG = 3;

    /** The help describes each command, and so lists them. */
    private static final String DESCRIPTION = "nianbao.%s.usage.description";

    private final Terminal terminal;
    private final Folders folders;

    /** @param terminal its language is that of the run, unless {@code --lang} says otherwise */
    public Main(Terminal terminal, Folders folders) {
        this.terminal = terminal;
        this.folders = folders;
    }

    /** Runs the program and ends the process. */
    public static void main(String[] arguments) {
        // before a library asks: nothing here draws on a screen
        System.setProperty("java.awt.headless", "true");
        Terminal terminal = Terminal.ofProcess();
        // libraries format numbers in the default locale: Arabic digits would get into pictures
        Locale.setDefault(Locale.ROOT);
        Folders folders = new Folders(Path.of(""), Path.of(System.getProperty("nianbao.home", ".")));
        System.exit(new Main(terminal, folders).run(arguments));
    }

    /** Runs the command of the arguments and returns the exit status. */
    public int run(String... arguments) {
        int status = commandLine(arguments).execute(arguments);
        if (terminal.out().checkError()) { // a full disk, say: whoever reads the results must not take them for all
            terminal.err()
                    .println(Message.of("output-lost").in(spoken(arguments).locale()));
            return status == DONE ? INPUT_ERROR : status;
        }
        return status;
    }

    private Terminal spoken(String... arguments) {
        return Options.Language.of(arguments).map(terminal::in).orElse(terminal);
    }

    /**
     * The program as picocli sees it. If the first argument is a command, it has this command alone, because picocli takes
     * long to look at the options of all.
     */
    CommandLine commandLine(String... arguments) {
        Terminal spoken = spoken(arguments);
        CommandLine line = describe(help(spoken.locale()), arguments);
        line.setOut(spoken.out());
        line.setErr(spoken.err());
        line.setParameterExceptionHandler((wrong, typed) ->
                usageError(ArgumentErrors.message(wrong), wrong.getCommandLine().getCommandSpec(), spoken));
        line.setExecutionStrategy(parsed -> execute(parsed, spoken));
        line.setExecutionExceptionHandler((fault, at, parsed) -> {
            spoken.err().println("Bug: " + fault);
            fault.printStackTrace(spoken.err());
            return BUG;
        });
        return line;
    }

    private static ResourceBundle help(Locale locale) {
        return ResourceBundle.getBundle(
                "org.nianbao.command.help",
                Message.chinese(locale) ? Locale.CHINESE : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static CommandLine describe(ResourceBundle help, String... arguments) {
        CommandLine line = new CommandLine(new Nianbao());
        line.getCommandSpec().usageMessage().synopsisSubcommandLabel(help.getString("label.command"));
        boolean named = arguments.length > 0 && help.containsKey(DESCRIPTION.formatted(arguments[0]));
        for (String name : named ? List.of(arguments[0]) : names(help)) {
            line.addSubcommand(name, command(name));
        }
        Stream.concat(Stream.of(line), line.getSubcommands().values().stream()).forEach(command -> {
            command.getCommandSpec().mixinStandardHelpOptions(true).versionProvider(new Version());
            command.getCommandSpec().addMixin("language", CommandSpec.forAnnotatedObject(new Options.Language()));
            command.setResourceBundle(help);
        });
        return line;
    }

    private static List<String> names(ResourceBundle help) {
        Pattern description = Pattern.compile(DESCRIPTION.formatted("(\\w+)"));
        return help.keySet().stream()
                .flatMap(key -> description.matcher(key).results())
                .map(command -> command.group(1))
                .sorted()
                .toList();
    }

    private static Subcommand command(String name) {
        String type = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + "Command";
        try {
            return Class.forName(Main.class.getPackageName() + "." + type)
                    .asSubclass(Subcommand.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The help describes the command " + name + ", but it has no class.", e);
        }
    }

    private int execute(ParseResult parsed, Terminal spoken) {
        List<CommandLine> lines = parsed.asCommandLineList();
        CommandLine line = lines.get(lines.size() - 1);
        Integer help = CommandLine.executeHelpRequest(parsed);
        if (help != null || !(line.getCommand() instanceof Subcommand command)) {
            return help != null ? help : new CommandLine.RunLast().execute(parsed);
        }
        try {
            boolean done = command.run(spoken, folders);
            if (command.fault().isPresent()) {
                throw command.fault().get();
            }
            return done ? DONE : INPUT_ERROR;
        } catch (UsageError wrong) {
            return usageError(wrong.reason(), line.getCommandSpec(), spoken);
        } catch (CommandFailed failed) {
            spoken.report(failed.diagnostics());
            return INPUT_ERROR;
        } catch (Allowance.Exhausted exhausted) {
            spoken.report(List.of(exhausted.diagnostic()));
            return INPUT_ERROR;
        } catch (Throwable bug) {
            throw new CommandLine.ExecutionException(line, String.valueOf(bug.getMessage()), bug);
        }
    }

    private static int usageError(Message reason, CommandSpec command, Terminal spoken) {
        spoken.err().println(reason.in(spoken.locale()));
        spoken.err()
                .println(Message.of("wrong-use.help", command.qualifiedName()).in(spoken.locale()));
        return USAGE_ERROR;
    }
}
