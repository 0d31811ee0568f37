package org.nianbao.command;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program without a command: shows how a report is made, from the first file to next year's. */
@Command(name = "nianbao")
final class Nianbao implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    /** Prints the description and the footer of {@code --help}. */
    @Override
    public void run() {
        CommandSpec command = Optional.ofNullable(spec).orElseThrow();
        Help help = command.commandLine().getHelp();
        command.commandLine().getOut().print(help.description() + help.footerHeading() + help.footer());
        command.commandLine().getOut().flush();
    }
}
