package org.nianbao.spark;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Renders reports. It is the only class that Spark's class loader and the program's class loader share ({@link Program}).
 * Thread-safe.
 */
public interface ReportRenderer {

    /**
     * Renders an input.
     *
     * @param input the file, beside its pictures and its file of local rows
     * @param name of the input in messages
     */
    RenderedInput render(Path input, String name) throws IOException;

    /**
     * The result for one input.
     *
     * @param facts of the report, if it could be read
     * @param errors number of errors
     * @param warnings number of warnings
     * @param diagnostic the first one, in English; empty if there is none
     * @param files the documents by name; none if the input was rejected
     * @param figures of its tables, in the order of the form; none if the input was rejected
     */
    record RenderedInput(
            Optional<Facts> facts,
            int errors,
            int warnings,
            String diagnostic,
            Map<String, byte[]> files,
            List<Figure> figures) {}

    /**
     * The identity of a report.
     *
     * @param agency empty if the input does not name it
     * @param year empty if the input does not name it
     * @param form name of the form
     * @param edition of the form
     * @param aggregate whether it is the sum of other reports
     */
    record Facts(String agency, String year, String form, int edition, boolean aggregate) {}

    /**
     * A cell of a table, named by the keys of an input.
     *
     * @param number empty if the cell is blank or holds text; money in 元
     */
    record Figure(String table, String row, String column, Optional<BigDecimal> number) {}
}
