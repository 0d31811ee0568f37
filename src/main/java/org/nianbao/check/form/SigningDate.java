package org.nianbao.check.form;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nianbao.check.Examined;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Message;
import org.nianbao.form.CellPath;
import org.nianbao.form.Fact;
import org.nianbao.form.Form;

/** Checks that a report is signed after its year, and not later than the deadline of its level. */
public final class SigningDate {
    private SigningDate() {}

    public static List<Diagnostic> of(Examined examined) {
        Form form = examined.report().form();
        Optional<LocalDate> signed = examined.report().signed();
        Optional<Integer> year = examined.report().year();
        if (signed.isEmpty() || year.isEmpty() || form.deadlines().isEmpty()) {
            return List.of();
        }
        LocalDate day = signed.get();
        Form.Deadlines deadlines = form.deadlines().get();
        Optional<Level> level = Level.of(examined.report());
        LocalDate last = deadlines.of(level.map(Level::name)).atYear(year.get() + 1);
        boolean early = day.getYear() <= year.get();
        if (!early && !day.isAfter(last)) {
            return List.of();
        }
        Diagnostic finding = early
                ? Diagnostic.warning("signed-early", day, year.get())
                : Diagnostic.warning("signed-late", day, level.map(Level::said).orElse(Message.of("any-level")), last);
        CellPath path = new CellPath(form.fact(Fact.Role.DATE).orElseThrow().key());
        return List.of(examined.about(path, finding.as(deadlines.rule())).acceptable());
    }
}
