package org.nianbao.command;

import java.util.List;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;

/** A command cannot go on until something is fixed. The diagnostics are reported; exit status 1. */
final class CommandFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    CommandFailed(List<Diagnostic> diagnostics) {
        super(String.valueOf(diagnostics.size()));
        this.diagnostics = diagnostics;
    }

    /** Ends the command if anything was reported. */
    static void ifAny(Diagnostics diagnostics) {
        if (!diagnostics.isEmpty()) {
            throw new CommandFailed(diagnostics.list());
        }
    }

    List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
