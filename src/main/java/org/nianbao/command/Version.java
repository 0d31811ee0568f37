package org.nianbao.command;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.nianbao.diagnostic.Message;
import org.nianbao.pipeline.Producer;
import picocli.CommandLine.IVersionProvider;

/** The program's name and version, as its jar has them. */
final class Version implements IVersionProvider {
    static final String PROGRAM = "nianbao";

    static String named() {
        return PROGRAM + " " + number();
    }

    static String number() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    /**
     * The program as documents name it, and the date of those without one: {@code SOURCE_DATE_EPOCH}, in seconds
     * (reproducible-builds.org).
     *
     * @throws UsageError if that is not a number
     */
    static Producer producer() {
        String seconds = System.getenv().getOrDefault("SOURCE_DATE_EPOCH", "");
        if (!seconds.matches("[0-9]{0,11}")) {
            throw new UsageError(Message.of("source-date-epoch", seconds));
        }
        return new Producer(
                named(),
                seconds.isEmpty() ? Optional.empty() : Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds))));
    }

    /** The date of {@link #producer}; without one, that of today. */
    static LocalDate today() {
        return producer()
                .undated()
                .map(date -> LocalDate.ofInstant(date, ZoneOffset.UTC))
                .orElseGet(LocalDate::now);
    }

    @Override
    public String[] getVersion() {
        return new String[] {named()};
    }
}
