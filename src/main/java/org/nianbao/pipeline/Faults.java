package org.nianbao.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.FileDiagnostics;
import org.nianbao.expression.Allowance;

/** The faults of the program in single reports of a run, whose other reports are finished. Thread-safe. */
public final class Faults {
    private @Nullable Throwable first;

    /**
     * Runs the work on a report.
     *
     * @param name of the report in messages
     * @param failed makes the result from an error diagnostic if the work throws anything
     */
    public <T> T isolate(String name, Supplier<T> work, Function<FileDiagnostics, T> failed) {
        try {
            return work.get();
        } catch (RuntimeException | Error fault) {
            return failed.apply(add(name, fault));
        }
    }

    /** Records a fault in a report and returns its diagnostic; one of an expression is no fault of the program. */
    synchronized FileDiagnostics add(String name, Throwable fault) {
        if (fault instanceof Allowance.Exhausted exhausted) {
            return new FileDiagnostics(name, List.of(exhausted.diagnostic()), 0);
        }
        if (first == null) {
            first = fault;
        }
        return new FileDiagnostics(name, List.of(Diagnostic.error("program-fault", name, String.valueOf(fault))), 0);
    }

    /** The fault that was recorded first. */
    public synchronized Optional<Throwable> first() {
        return Optional.ofNullable(first);
    }
}
