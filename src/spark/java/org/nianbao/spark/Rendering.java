package org.nianbao.spark;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkFiles;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;

/**
 * What a task does with its inputs: renders one after the other, puts the documents into the output folder, and tells what
 * came of each.
 *
 * @param inputs where they lie
 * @param documents the folder for the documents
 * @param formats to write; none means the usual ones
 * @param counts how many inputs came to what; of a task that was tried several times, one counts
 * @param hadoop how to reach both folders
 */
record Rendering(
        Broadcast<InputFolder> inputs,
        String documents,
        List<String> formats,
        Map<Status, LongAccumulator> counts,
        Broadcast<SerializableConfiguration> hadoop)
        implements FlatMapFunction<Iterator<String>, Row>, Serializable {

    /** A figure; its number is empty where its cell is blank or holds words. */
    private static final StructType FIGURE = new StructType()
            .add("section", DataTypes.StringType)
            .add("line", DataTypes.StringType)
            .add("col", DataTypes.StringType)
            .add("number", DataTypes.createDecimalType(38, 10));

    /** A row of the table of results. */
    static final StructType RESULT = new StructType()
            .add("file", DataTypes.StringType)
            .add("region", DataTypes.StringType)
            .add("agency", DataTypes.StringType)
            .add("year", DataTypes.IntegerType)
            .add("form", DataTypes.StringType)
            .add("edition", DataTypes.IntegerType)
            .add("aggregate", DataTypes.BooleanType)
            .add("status", DataTypes.StringType)
            .add("errors", DataTypes.IntegerType)
            .add("warnings", DataTypes.IntegerType)
            .add("problem", DataTypes.StringType)
            .add("milliseconds", DataTypes.LongType)
            .add("bytes", DataTypes.LongType)
            .add("figures", DataTypes.createArrayType(FIGURE));

    /** What became of an input. */
    enum Status {
        /** Its documents are there. */
        RENDERED,
        /** It must be mended. */
        REFUSED,
        /** The fault is the program's. */
        FAULT;

        /** As the table has it. */
        String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Iterator<Row> call(Iterator<String> part) throws IOException {
        Configuration configuration = hadoop.value().value();
        Desk desk = Program.desk(formats);
        Documents output = new Documents(documents, configuration);
        Stage stage = new Stage(inputs.value(), configuration, Path.of(SparkFiles.getRootDirectory()));
        TaskContext.get().addTaskCompletionListener(context -> {
            try {
                stage.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return part.hasNext();
            }

            @Override
            public Row next() {
                try {
                    return render(part.next(), desk, stage, output);
                } catch (IOException e) {
                    throw new UncheckedIOException(e); // Spark tries the task again
                }
            }
        };
    }

    private Row render(String input, Desk desk, Stage stage, Documents output) throws IOException {
        long start = System.nanoTime();
        if (inputs.value().clashes().contains(input)) {
            return row(input, Optional.empty(), Status.REFUSED, 1, 0, CLASH, start, 0, List.of());
        }
        Desk.Made made;
        try {
            made = desk.make(stage.bring(input), input);
        } catch (RuntimeException fault) {
            if (TaskContext.get().isInterrupted()) {
                throw fault;
            }
            return row(input, Optional.empty(), Status.FAULT, 0, 0, "Bug: " + fault, start, 0, List.of());
        }
        output.put(InputFolder.parent(input), made.files());
        return row(
                input,
                made.facts(),
                made.files().isEmpty() ? Status.REFUSED : Status.RENDERED,
                made.errors(),
                made.warnings(),
                made.diagnostic(),
                start,
                made.files().values().stream().mapToLong(bytes -> bytes.length).sum(),
                made.figures());
    }

    private static final String CLASH =
            "error same-name: another input of this folder has the same name but for its ending";

    /** Counts an input, and tells of it what the table has. */
    private Row row(
            String input,
            Optional<Desk.Facts> facts,
            Status status,
            int errors,
            int warnings,
            String diagnostic,
            long start,
            long bytes,
            List<Desk.Figure> figures) {
        counts.get(status).add(1);
        return RowFactory.create(
                input,
                InputFolder.region(input),
                facts.map(Desk.Facts::agency)
                        .filter(agency -> !agency.isEmpty())
                        .orElse(null),
                facts.map(Desk.Facts::year)
                        .filter(year -> !year.isEmpty())
                        .map(Integer::valueOf)
                        .orElse(null),
                facts.map(Desk.Facts::form).orElse(null),
                facts.map(Desk.Facts::edition).orElse(null),
                facts.map(Desk.Facts::aggregate).orElse(null),
                status.written(),
                errors,
                warnings,
                diagnostic,
                (System.nanoTime() - start) / 1_000_000,
                bytes,
                figures.stream().map(Rendering::row).toArray(Row[]::new));
    }

    private static Row row(Desk.Figure figure) {
        BigDecimal number = figure.number().orElse(null);
        return RowFactory.create(figure.table(), figure.row(), figure.column(), number);
    }
}
