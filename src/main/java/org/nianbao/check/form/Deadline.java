package org.nianbao.check.form;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nianbao.check.Examined;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.SourceSpan;
import org.nianbao.form.Fact;
import org.nianbao.form.Form;

/** Holds the day that a report was signed against the days between which it should be. */
public final class Deadline {
    private Deadline() {}

    /** Whether it is signed before its year is over, or after the last day for bodies of its level. */
    public static List<Diagnostic> of(Examined examined) {
        Diagnostics diagnostics = new Diagnostics();
        Form form = examined.report().form();
        Optional<LocalDate> signed = examined.report().signed();
        if (signed.isEmpty()
                || examined.report().year().isEmpty()
                || form.deadlines().isEmpty()) {
            return diagnostics.list();
        }
        LocalDate day = signed.get();
        String key = form.fact(Fact.Role.DATE).orElseThrow().key();
        SourceSpan place = examined.places().of(key);
        int next = examined.report().year().get() + 1;
        Form.Deadlines deadlines = form.deadlines().get();
        Optional<Level> level = Level.of(examined.report());
        LocalDate last = deadlines.of(level.map(Level::name)).atYear(next);
        if (day.getYear() < next) {
            diagnostics.add(Diagnostic.warning("signed-early", place, day, next - 1)
                    .as(deadlines.rule())
                    .about(key)
                    .acceptable());
        } else if (day.isAfter(last)) {
            Message who = level.map(Level::said).orElse(Message.of("any-level"));
            diagnostics.add(Diagnostic.warning("signed-late", place, day, who, last)
                    .as(deadlines.rule())
                    .about(key)
                    .acceptable());
        }
        return diagnostics.list();
    }
}
