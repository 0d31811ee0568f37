package org.nianbao.command;

import java.nio.file.Path;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.input.TidyText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code tidy}: prints a text that was pasted from a paper, with its broken lines joined and its blanks removed. */
@Command
final class TidyCommand extends Subcommand {
    @Parameters(paramLabel = "${bundle:label.file}", descriptionKey = "nianbao.tidy.text")
    private Path text = Path.of("");

    @Override
    boolean run(Terminal terminal, Folders folders) {
        Diagnostics diagnostics = new Diagnostics();
        String tidy =
                TidyText.of(folders.at(text), text.toString(), diagnostics).orElse("");
        terminal.out().print(tidy);
        terminal.out().flush();
        terminal.report(diagnostics.list());
        return !diagnostics.hasErrors();
    }
}
