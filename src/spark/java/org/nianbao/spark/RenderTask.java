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
 * A Spark task: renders its inputs one by one, writes the documents, and returns a row of results for each input.
 *
 * @param inputs folder of the inputs
 * @param documents folder for the documents
 * @param formats to write; none means the default ones
 * @param counts number of inputs by status; Spark counts a repeated task once
 * @param hadoop configuration of both file systems
 */
record RenderTask(
        Broadcast<InputFolder> inputs,
        String documents,
        List<String> formats,
        Map<Status, LongAccumulator> counts,
        Broadcast<SerializableConfiguration> hadoop)
        implements FlatMapFunction<Iterator<String>, Row>, Serializable {

    /** A figure; the number is null if the cell is blank or holds text. */
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

    /** What happened to an input. */
    enum Status {
        /** Its documents were written. */
        RENDERED,
        /** It has errors. */
        REFUSED,
        /** The program has a bug. */
        FAULT;

        /** As written in the table. */
        String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Iterator<Row> call(Iterator<String> part) throws IOException {
        Configuration configuration = hadoop.value().value();
        ReportRenderer renderer = Program.renderer(formats);
        Documents output = new Documents(documents, configuration);
        StagingFolder staging =
                new StagingFolder(inputs.value(), configuration, Path.of(SparkFiles.getRootDirectory()));
        TaskContext.get().addTaskCompletionListener(context -> {
            try {
                staging.close();
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
                    return render(part.next(), renderer, staging, output);
                } catch (IOException e) {
                    throw new UncheckedIOException(e); // Spark repeats the task
                }
            }
        };
    }

    private Row render(String input, ReportRenderer renderer, StagingFolder staging, Documents output)
            throws IOException {
        long start = System.nanoTime();
        if (inputs.value().clashes().contains(input)) {
            return row(input, Optional.empty(), Status.REFUSED, 1, 0, CLASH, start, 0, List.of());
        }
        ReportRenderer.RenderedInput rendered;
        try {
            rendered = renderer.render(staging.local(input), input);
        } catch (RuntimeException fault) {
            if (TaskContext.get().isInterrupted()) {
                throw fault;
            }
            return row(input, Optional.empty(), Status.FAULT, 0, 0, "Bug: " + fault, start, 0, List.of());
        }
        output.put(InputFolder.parent(input), rendered.files());
        return row(
                input,
                rendered.facts(),
                rendered.files().isEmpty() ? Status.REFUSED : Status.RENDERED,
                rendered.errors(),
                rendered.warnings(),
                rendered.diagnostic(),
                start,
                rendered.files().values().stream()
                        .mapToLong(bytes -> bytes.length)
                        .sum(),
                rendered.figures());
    }

    private static final String CLASH =
            "error same-name: another input of this folder has the same name with another extension";

    /** Counts an input and returns its row. */
    private Row row(
            String input,
            Optional<ReportRenderer.Facts> facts,
            Status status,
            int errors,
            int warnings,
            String diagnostic,
            long start,
            long bytes,
            List<ReportRenderer.Figure> figures) {
        counts.get(status).add(1);
        return RowFactory.create(
                input,
                InputFolder.region(input),
                facts.map(ReportRenderer.Facts::agency)
                        .filter(agency -> !agency.isEmpty())
                        .orElse(null),
                facts.map(ReportRenderer.Facts::year)
                        .filter(year -> !year.isEmpty())
                        .map(Integer::valueOf)
                        .orElse(null),
                facts.map(ReportRenderer.Facts::form).orElse(null),
                facts.map(ReportRenderer.Facts::edition).orElse(null),
                facts.map(ReportRenderer.Facts::aggregate).orElse(null),
                status.written(),
                errors,
                warnings,
                diagnostic,
                (System.nanoTime() - start) / 1_000_000,
                bytes,
                figures.stream().map(RenderTask::row).toArray(Row[]::new));
    }

    private static Row row(ReportRenderer.Figure figure) {
        BigDecimal number = figure.number().orElse(null);
        return RowFactory.create(figure.table(), figure.row(), figure.column(), number);
    }
}
