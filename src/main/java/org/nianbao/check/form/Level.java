package org.nianbao.check.form;

import java.util.Optional;
import org.nianbao.diagnostic.Message;
import org.nianbao.form.Fact;
import org.nianbao.report.Report;

/**
 * The level of government that a report's body belongs to.
 *
 * @param name as the form has it
 * @param key of the fact that says it
 * @param said how a message speaks of it: a level that was guessed is said to be so
 */
record Level(String name, String key, Message said) {

    /** What the report says or, failing that, what the body's name shows. */
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
