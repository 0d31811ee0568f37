package org.nianbao.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.nianbao.expression.Allowance;
import org.nianbao.expression.Expression;

/**
 * A word or a date that an input gives, such as the agency's name.
 *
 * @param key in an input
 * @param type of its value
 * @param required whether every report must have it
 * @param role its meaning to the program
 * @param choices the words to choose from; empty for all types but a choice
 * @param guesses patterns of agencies' names, by the choice that is likely if an input leaves the fact out
 */
public record Fact(
        String key,
        Type type,
        boolean required,
        Optional<Role> role,
        List<String> choices,
        Map<String, Expression> guesses) {
    public Fact {
        choices = List.copyOf(choices);
        guesses = new LinkedHashMap<>(guesses);
    }

    /** Whether no report can be read, checked or drafted without it. */
    public boolean isEssential() {
        return role.equals(Optional.of(Role.AGENCY)) || role.equals(Optional.of(Role.YEAR));
    }

    /** The likely choice for an agency of that name. */
    public Optional<String> guess(String agency) {
        return guesses.entrySet().stream()
                .filter(guess ->
                        guess.getValue().in(agency, Allowance.forName()).find())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The type of a fact's value. */
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

    /** The meaning of a fact to the program. */
    public enum Role {
        /** The agency that publishes the report. */
        AGENCY,
        /** The year of the report. */
        YEAR,
        /** The day on which the report is signed. */
        DATE,
        /** The agency's level of government. */
        LEVEL,
        /** A choice of two: the report counts the cases of the agency alone (the default), or of all its units. */
        SCOPE,
        /** A choice of two: whether the agency's seal is put on the printed report. */
        SEAL
    }

    /** The name of a type or role in {@code form.yaml}. */
    public static String written(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
