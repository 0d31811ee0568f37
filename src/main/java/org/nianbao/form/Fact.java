package org.nianbao.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A single word or date that an input gives, such as the agency's name.
 *
 * @param key what an input calls it
 * @param type what it may be
 * @param required whether every report must have it
 * @param role what the program itself needs it for
 * @param choices the words it may be, if it is a choice; empty for all other types
 * @param guesses how an agency's name shows which choice it most likely is, where the fact is left out
 */
public record Fact(
        String key,
        Type type,
        boolean required,
        Optional<Role> role,
        List<String> choices,
        Map<String, Pattern> guesses) {
    public Fact {
        choices = List.copyOf(choices);
        guesses = new LinkedHashMap<>(guesses);
    }

    /** Whether nothing can be read, checked or drafted without it. */
    public boolean isNeededToRead() {
        return role.equals(Optional.of(Role.AGENCY)) || role.equals(Optional.of(Role.YEAR));
    }

    /** The choice that a body of that name most likely is. */
    public Optional<String> guess(String agency) {
        return guesses.entrySet().stream()
                .filter(guess -> guess.getValue().matcher(agency).find())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** What a fact may be. */
    public enum Type {
        /** One line of text. */
        TEXT,
        /** A calendar year, four digits. */
        YEAR,
        /** A day, typed {@code 2022-01-27} or 2022年1月27日, printed 2022年1月27日 (GB/T 9704-2012, 7.3.5.4). */
        DATE,
        /** One of a few words. */
        CHOICE
    }

    /** What the program itself needs a fact for. */
    public enum Role {
        /** The body that publishes the report. */
        AGENCY,
        /** The year that the report is about. */
        YEAR,
        /** The day it is signed. */
        DATE,
        /** The level of government that the body belongs to. */
        LEVEL,
        /**
         * Whose doings the report counts, a choice of two: first those of the body’s own organ, which is meant where
         * nothing is said, then those of all bodies whose reports it sums up.
         */
        SCOPE
    }

    /** The name of a type or role in {@code form.yaml}. */
    public static String written(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
