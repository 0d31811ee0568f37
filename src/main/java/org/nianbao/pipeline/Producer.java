package org.nianbao.pipeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.nianbao.form.Fact;
import org.nianbao.output.DocumentInfo;
import org.nianbao.report.Report;

/**
 * What documents say of their making.
 *
 * @param producer this program and its version
 * @param undated the time that the documents of reports without a date bear, if one was asked for
 */
public record Producer(String producer, Optional<Instant> undated) {

    /**
     * The files of a report bear the day it was signed or, failing that, the time that was asked for or, failing that too,
     * the first day of the year after its own.
     */
    public DocumentInfo stamp(Report report) {
        Instant instant = report.signed()
                .map(Producer::morning)
                .or(() -> undated)
                .or(() -> report.fact(Fact.Role.YEAR)
                        .map(year -> morning(LocalDate.of(Integer.parseInt(year) + 1, 1, 1))))
                .orElse(Instant.EPOCH);
        return new DocumentInfo(report.agency().orElse(""), instant, producer);
    }

    private static Instant morning(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
