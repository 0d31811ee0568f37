package org.nianbao.check.form;

import java.util.Optional;
import org.nianbao.diagnostic.Message;
import org.nianbao.form.Fact;
import org.nianbao.report.Report;

/**
 * The level of government of a report's agency.
 *
 * @param name in the form
 * @param key of the fact
 * @param said the name in messages, which distinguishes a guess from what was typed
 */
record Level(String name, String key, Message said) {
    /** The level in the report or, if there is none, the level guessed from the agency's name. */
    static Optional<Level> of(Report report) {
        Optional<Fact> fact = report.form().fact(Fact.Role.LEVEL);
        if (fact.isEmpty()) {
            return Optional.empty();
        }
        String key = fact.get().key();
        return report.fact(key)
                .map(name -> new Level(name, key, Message.verbatim(name)))
                .or(() -> report.agency()
                        .flatMap(fact.get()::guess)
                        .map(name -> new Level(name, key, Message.of("guessed-level", name))));
    }
}
