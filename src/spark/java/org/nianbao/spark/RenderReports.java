package org.nianbao.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * The Spark job: {@code INPUT OUTPUT [FORMAT…]}. Inputs are all {@code .yaml} and {@code .yml} files below a folder; each of
 * its subfolders is a region. The output folder gets
 *
 * <ul>
 *   <li>{@code documents}: the same files as from {@code nianbao render}, in the folders of their inputs,
 *   <li>{@code results}: Parquet, a row for each input, with its figures ({@link RenderTask#RESULT}),
 *   <li>{@code results.csv}: the same without figures,
 *   <li>{@code totals.csv}: each figure of the form, summed over the rendered reports of a region; reports that are sums
 *       themselves are summed separately.
 * </ul>
 */
public final class RenderReports {
    /** Tasks per core. Many keep all cores busy to the end; few keep the tasks large. */
    private static final int FEWEST_TASKS = 2;

    private static final int MOST_TASKS = 16;

    /** Inputs of a large task. Starting and ending a task takes as long as several reports. */
    private static final int PORTION = 250;

    private RenderReports() {}

    /** Runs the job. {@code spark-submit} sets the master and the archive with the program. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2) {
            System.err.println("Usage: RenderReports INPUT OUTPUT [html] [pdf] [docx] [ofd]");
            System.exit(2);
        }
        List<String> formats = List.copyOf(Arrays.asList(arguments).subList(2, arguments.length));
        try (JavaSparkContext context = new JavaSparkContext(new SparkConf().setAppName("nianbao"))) {
            open(context, formats);
            run(context, arguments[0], arguments[1], formats);
        }
    }

    private static void run(JavaSparkContext context, String input, String output, List<String> formats)
            throws IOException {
        SparkSession spark = SparkSession.builder().getOrCreate();
        Configuration hadoop = context.hadoopConfiguration();
        InputFolder inputs = InputFolder.at(input, hadoop);
        Path folder = new Path(output);
        String documents = folder.getFileSystem(hadoop)
                .makeQualified(new Path(folder, "documents"))
                .toString();
        Map<RenderTask.Status, LongAccumulator> counts = new EnumMap<>(RenderTask.Status.class);
        for (RenderTask.Status status : RenderTask.Status.values()) {
            counts.put(status, context.sc().longAccumulator(status.written()));
        }
        RenderTask task = new RenderTask(
                context.broadcast(inputs),
                documents,
                formats,
                counts,
                context.broadcast(new SerializableConfiguration(hadoop)));
        int tasks = tasks(inputs.inputs().size(), context.defaultParallelism());
        spark.createDataFrame(context.parallelize(inputs.inputs(), tasks).mapPartitions(task), RenderTask.RESULT)
                .write()
                .mode(SaveMode.Overwrite)
                .parquet(new Path(folder, "results").toString());
        new Documents(documents, hadoop).sweep();
        writeTables(spark, folder);
        System.out.println(Arrays.stream(RenderTask.Status.values())
                .map(status -> status.written() + ": " + counts.get(status).value())
                .collect(Collectors.joining(", ")));
    }

    private static int tasks(int inputs, int cores) {
        int tasks = Math.max(FEWEST_TASKS * cores, Math.min(MOST_TASKS * cores, inputs / PORTION));
        return Math.max(1, Math.min(inputs, tasks));
    }

    /** Opens the program on all machines while the driver lists the inputs and plans the job. */
    private static void open(JavaSparkContext context, List<String> formats) {
        int cores = context.defaultParallelism();
        context.parallelize(Collections.nCopies(cores, formats), cores).foreachAsync(Program::renderer);
    }

    private static void writeTables(SparkSession spark, Path folder) {
        Dataset<Row> results = spark.read().schema(RenderTask.RESULT).parquet(new Path(folder, "results").toString());
        // planning takes longer than the work
        CompletableFuture<Void> list = CompletableFuture.runAsync(
                () -> csv(inOrder(results.drop("figures"), "file"), new Path(folder, "results.csv")));
        CompletableFuture<Void> totals = CompletableFuture.runAsync(() -> csv(
                inOrder(totals(results), "region", "aggregate", "form", "edition", "year", "place")
                        .drop("place"),
                new Path(folder, "totals.csv")));
        CompletableFuture.allOf(list, totals).join();
    }

    /**
     * The sums of each region. As in the program, a sum with a blank addend is blank. Written with methods, because Spark's
     * SQL parser takes two processor seconds to start.
     */
    private static Dataset<Row> totals(Dataset<Row> results) {
        Column[] facts = columns("region", "aggregate", "form", "edition", "year");
        Column number = col("figure.number");
        Column reports = count(lit(1));
        UserDefinedFunction plain = udf((UDF1<BigDecimal, String>) RenderReports::plain, DataTypes.StringType);
        return results.where(col("status").equalTo("rendered"))
                .select(append(facts, posexplode(col("figures")).as(new String[] {"place", "figure"})))
                .groupBy(append(facts, columns("figure.section", "figure.line", "figure.col")))
                .agg(
                        reports.as("reports"),
                        when(count(number).equalTo(reports), plain.apply(sum(number)))
                                .as("total"),
                        min("place").as("place"));
    }

    private static Column[] columns(String... names) {
        return Arrays.stream(names).map(functions::col).toArray(Column[]::new);
    }

    private static Column[] append(Column[] some, Column... others) {
        return Stream.of(some, others).flatMap(Arrays::stream).toArray(Column[]::new);
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros().toPlainString();
    }

    /** Sorted in a single task: these tables are too small to be worth partitioning. */
    private static Dataset<Row> inOrder(Dataset<Row> table, String... columns) {
        return table.coalesce(1).sortWithinPartitions(columns(columns));
    }

    private static void csv(Dataset<Row> table, Path file) {
        table.write()
                .mode(SaveMode.Overwrite)
                .option("header", true)
                .option("emptyValue", "")
                .csv(file.toString());
    }
}
