package org.nianbao.pipeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.nianbao.output.DocumentInfo;
import org.nianbao.report.Report;

/**
 * The program that documents name as their producer.
 *
 * @param program its name and version
 * @param undated date of documents whose report has none, if the user sets it
 */
public record Producer(String program, Optional<Instant> undated) {
    /** Both; written out because Java takes long to link a record's own. */
    @Override
    public String toString() {
        return program + " " + undated;
    }

    /**
     * The info of a report's documents. Their date is the day when the report was signed; else {@link #undated}; else
     * 1 January of the year after its own.
     */
    public DocumentInfo documentInfo(Report report) {
        Instant date = report.signed()
                .map(Producer::midnight)
                .or(() -> undated)
                .or(() -> report.year().map(year -> midnight(LocalDate.of(year + 1, 1, 1))))
                .orElse(Instant.EPOCH);
        return new DocumentInfo(report.agency().orElse(""), date, program);
    }

    private static Instant midnight(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
