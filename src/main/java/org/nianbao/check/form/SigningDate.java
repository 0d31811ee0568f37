package org.nianbao.check.form;

import java.time.LocalDate;
import java.time.ZoneId;
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
    /** The year of this check's making. */
    private static final int LAST_KNOWN = 2026;

    private SigningDate() {}

    /** Whether a year has not begun yet; a computer whose clock is behind may not say so of a report of these days. */
    private static boolean isToCome(int year) {
        return year
                > Math.max(LAST_KNOWN, LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear());
    }

    public static List<Diagnostic> of(Examined examined) {
        Form form = examined.report().form();
        Optional<LocalDate> signed = examined.report().signed();
        Optional<Integer> year = examined.report().year();
        if (year.filter(SigningDate::isToCome).isPresent()) {
            CellPath place =
                    new CellPath(form.fact(Fact.Role.YEAR).orElseThrow().key());
            return List.of(examined.about(place, Diagnostic.warning("year-to-come", String.valueOf(year.get()))));
        }
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
