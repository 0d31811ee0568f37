package org.nianbao.command;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Message;
import org.nianbao.pipeline.Engine;
import org.nianbao.serve.ReportServer;
import org.nianbao.serve.ReportServer.ServerSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code serve}: opens the reports of a folder in the browser, as a form, as YAML and as a page. */
@Command
final class ServeCommand extends Subcommand {
    private static final int LAST_PORT = 65_535;

    @Parameters(arity = "0..1", paramLabel = "${bundle:label.inputs}")
    private @Nullable Path typed;

    @Option(names = "--port", paramLabel = "N")
    private int port;

    @Option(names = "--no-open")
    private boolean noOpen;

    @Option(names = "--read-only")
    private boolean readOnly;

    @Option(names = "--manual-save")
    private boolean manualSave;

    @Option(names = "--output", paramLabel = "${bundle:label.folder}")
    private Path output = Path.of("output");

    @Option(names = "--fonts", paramLabel = "${bundle:label.folder}")
    private List<Path> fonts = List.of();

    @Override
    boolean run(Terminal terminal, Folders folders) throws IOException {
        if (port < 0 || port > LAST_PORT) {
            throw new UsageError(Message.of("option-value", "--port", port));
        }
        ServerSettings settings = settings(folders);
        Engine engine = engine(folders, fonts);
        try (ReportServer server = ReportServer.start(engine, settings)) {
            terminal.println(Message.of("serve-started", server.address()));
            terminal.out().flush();
            if (!noOpen) {
                Browser.open(server.address());
            }
            new CountDownLatch(1).await(); // until Ctrl+C
        } catch (BindException e) {
            throw new CommandFailed(List.of(Diagnostic.error("serve-port", port)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    private ServerSettings settings(Folders folders) {
        Path named = typed == null ? Path.of("inputs") : typed;
        Path place = folders.at(named).toAbsolutePath().normalize();
        if (!Files.exists(place)) {
            throw new CommandFailed(List.of(
                    Diagnostic.error("no-input", named, folders.at(Path.of("")).toAbsolutePath())));
        }
        boolean isFolder = Files.isDirectory(place);
        return new ServerSettings(
                isFolder ? place : Optional.ofNullable(place.getParent()).orElse(place),
                isFolder ? Optional.empty() : Optional.of(String.valueOf(place.getFileName())),
                folders.at(output),
                templates(folders),
                port,
                readOnly,
                manualSave,
                Version.producer());
    }
}
