package org.nianbao.spark;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where reports are rendered: all that Spark's side and the program's side know of each other, for they have no other class
 * in common ({@link Program}). May be used by several threads.
 */
public interface Desk {

    /**
     * Renders an input.
     *
     * @param input the file, with all that it speaks of beside it
     * @param name how messages call it
     */
    Made make(Path input, String name) throws IOException;

    /**
     * A report and what came of it.
     *
     * @param facts of the report, as far as it could be read
     * @param errors how many
     * @param warnings how many
     * @param diagnostic the first one, in English; empty if there is none
     * @param files the documents by name; none if the report was refused
     * @param figures the cells of its tables, in the order of the form; none if the report was refused
     */
    record Made(
            Optional<Facts> facts,
            int errors,
            int warnings,
            String diagnostic,
            Map<String, byte[]> files,
            List<Figure> figures) {}

    /**
     * What a report is.
     *
     * @param agency whose it is, empty if it does not say
     * @param year that it is about
     * @param form that it fills
     * @param edition of that form
     * @param aggregate whether it sums up the reports of others
     */
    record Facts(String agency, String year, String form, int edition, boolean aggregate) {}

    /**
     * A cell of a table, called as an input calls it.
     *
     * @param number empty if the cell is blank or holds words; money in 元
     */
    record Figure(String table, String row, String column, Optional<BigDecimal> number) {}
}
