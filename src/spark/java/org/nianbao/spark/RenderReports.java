package org.nianbao.spark;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * The job: {@code INPUT OUTPUT [FORMAT…]}. Inputs are the {@code .yaml} and {@code .yml} files of a folder and all below it;
 * what is in the first folder below is of one region. Below the output folder come to stand
 *
 * <ul>
 *   <li>{@code documents}: as {@code nianbao render} writes them, in the folders of their inputs,
 *   <li>{@code results}: Parquet, a row for each input, with its figures ({@link Rendering#RESULT}),
 *   <li>{@code results.csv}: the same without figures,
 *   <li>{@code totals.csv}: each figure of the form, summed up over the rendered reports of a region; reports that are sums
 *       themselves make a sum of their own.
 * </ul>
 */
public final class RenderReports {
    /** Tasks for each core: so many that none waits long for the last one, but no more if that makes them small. */
    private static final int FEWEST_TASKS = 2;

    private static final int MOST_TASKS = 16;

    /** Inputs of a task that is not small: to begin and to end one takes as long as a few reports. */
    private static final int PORTION = 125;

    private RenderReports() {}

    /** Runs it; which master, and where the program is, {@code spark-submit} says. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2) {
            System.err.println("Usage: RenderReports INPUT OUTPUT [html] [pdf] [docx] [ofd]");
            System.exit(2);
        }
        try (SparkSession spark = SparkSession.builder().appName("nianbao").getOrCreate()) {
            List<String> formats = Arrays.asList(arguments).subList(2, arguments.length);
            run(spark, arguments[0], arguments[1], List.copyOf(formats));
        }
    }

    static void run(SparkSession spark, String input, String output, List<String> formats) throws IOException {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Configuration hadoop = context.hadoopConfiguration();
        open(context, formats);
        InputFolder inputs = InputFolder.at(input, hadoop);
        Path folder = new Path(output);
        String documents = new Path(folder, "documents")
                .makeQualified(
                        folder.getFileSystem(hadoop).getUri(),
                        folder.getFileSystem(hadoop).getWorkingDirectory())
                .toString();
        Rendering rendering = new Rendering(
                context.broadcast(inputs),
                documents,
                formats,
                context.broadcast(new SerializableConfiguration(hadoop)));
        int tasks = tasks(inputs.inputs().size(), context.defaultParallelism());
        spark.createDataFrame(context.parallelize(inputs.inputs(), tasks).mapPartitions(rendering), Rendering.RESULT)
                .write()
                .mode(SaveMode.Overwrite)
                .parquet(new Path(folder, "results").toString());
        new Documents(documents, hadoop).sweep();
        tell(spark, folder);
    }

    private static int tasks(int inputs, int cores) {
        int tasks = Math.max(FEWEST_TASKS * cores, Math.min(MOST_TASKS * cores, inputs / PORTION));
        return Math.max(1, Math.min(inputs, tasks));
    }

    /** Has the program opened where it will be at work, while inputs are listed and the job is planned here. */
    private static void open(JavaSparkContext context, List<String> formats) {
        int cores = context.defaultParallelism();
        context.parallelize(Collections.nCopies(cores, formats), cores).foreachAsync(Program::desk);
    }

    private static void tell(SparkSession spark, Path folder) {
        spark.udf().register("plain", (UDF1<BigDecimal, String>) RenderReports::plain, DataTypes.StringType);
        Dataset<Row> results = spark.read().schema(Rendering.RESULT).parquet(new Path(folder, "results").toString());
        results.createOrReplaceTempView("results");
        // planning takes longer than the work
        CompletableFuture<Void> list = CompletableFuture.runAsync(
                () -> csv(inOrder(results.drop("figures"), "file"), new Path(folder, "results.csv")));
        CompletableFuture<Void> totals = CompletableFuture.runAsync(() -> csv(
                inOrder(spark.sql(TOTALS), "region", "aggregate", "form", "edition", "year", "place")
                        .drop("place"),
                new Path(folder, "totals.csv")));
        spark.sql("SELECT status, count(*) AS inputs FROM results GROUP BY status ORDER BY status")
                .show();
        CompletableFuture.allOf(list, totals).join();
    }

    /** As in the program itself, a sum that a blank cell is part of is blank. */
    private static final String TOTALS = """
            SELECT region, aggregate, form, edition, year, figure.section, figure.line, figure.col, count(*) AS reports,
                   CASE WHEN count(figure.number) = count(*) THEN plain(sum(figure.number)) END AS total, min(place) AS place
            FROM results LATERAL VIEW posexplode(figures) AS place, figure
            WHERE status = 'rendered'
            GROUP BY region, aggregate, form, edition, year, figure.section, figure.line, figure.col""";

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros().toPlainString();
    }

    /** In order within one task: tables this small need not be looked through first to share their rows out. */
    private static Dataset<Row> inOrder(Dataset<Row> table, String... columns) {
        return table.coalesce(1)
                .sortWithinPartitions(Arrays.stream(columns).map(table::col).toArray(Column[]::new));
    }

    private static void csv(Dataset<Row> table, Path file) {
        table.write()
                .mode(SaveMode.Overwrite)
                .option("header", true)
                .option("emptyValue", "")
                .csv(file.toString());
    }
}
