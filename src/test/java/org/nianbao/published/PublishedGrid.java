package org.nianbao.published;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table as the official form and a published report have it, typed by hand; and, read back, as a document shows it.
 * Two are equal when every cell has the same place, the same spans and the same words.
 *
 * @param cells in the order of rows, then columns
 */
public record PublishedGrid(List<Cell> cells) {
    private static final Pattern CELL = Pattern.compile("(.*?)(?: \\[(\\d+)(?:x(\\d+))?])?");

    public PublishedGrid {
        cells = List.copyOf(cells);
    }

    /** A cell; rows and columns count from 0; white space inside the words does not matter. */
    public record Cell(int row, int column, int rowspan, int colspan, boolean head, String words) {
        public Cell {
            words = words.replaceAll("\\s", "");
        }

        @Override
        public String toString() {
            return "\n" + row + "," + column + " [" + colspan + "x" + rowspan + "] " + (head ? "H " : "") + words;
        }
    }

    /** Collects cells row by row and finds the column each one stands in. */
    public static final class Builder {
        private final List<Cell> cells = new ArrayList<>();
        private int row = -1;

        public void nextRow() {
            row++;
        }

        public void cell(int colspan, int rowspan, boolean head, String words) {
            int column = 0;
            while (taken(column)) {
                column++;
            }
            cells.add(new Cell(row, column, rowspan, colspan, head, words));
        }

        private boolean taken(int column) {
            return cells.stream()
                    .anyMatch(cell -> row >= cell.row()
                            && row < cell.row() + cell.rowspan()
                            && column >= cell.column()
                            && column < cell.column() + cell.colspan());
        }

        public PublishedGrid grid() {
            return new PublishedGrid(cells);
        }
    }

    /** The three tables of a report of edition 2021, with its published figures. */
    public static List<PublishedGrid> ofReport(String name) {
        return of("form-2021.txt", name);
    }

    /** The tables of a form with the figures of a report. */
    static List<PublishedGrid> of(String form, String name) {
        Iterator<String> figures = List.of(text(name + ".txt")
                        .replaceAll("(?m)^#.*\\n", "")
                        .strip()
                        .split("\\s+"))
                .iterator();
        List<PublishedGrid> grids = new ArrayList<>();
        for (String table : text(form).replaceAll("(?m)^#.*\\n", "").strip().split("\n\n")) {
            Builder builder = new Builder();
            for (String line : table.strip().split("\n")) {
                builder.nextRow();
                boolean head = line.startsWith("H ");
                for (String written : line.replaceFirst("^H ", "").split(" \\| ")) {
                    Matcher matcher = CELL.matcher(written);
                    if (!matcher.matches()) {
                        throw new IllegalStateException(written);
                    }
                    String words = matcher.group(1).equals(".") ? figures.next() : matcher.group(1);
                    builder.cell(number(matcher.group(2)), number(matcher.group(3)), head, words.replace("~", ""));
                }
            }
            grids.add(builder.grid());
        }
        if (figures.hasNext()) {
            throw new IllegalStateException("more figures than cells: " + name);
        }
        return grids;
    }

    /** Holds tables that were read back against those that should be there. */
    static void compare(List<PublishedGrid> expected, List<PublishedGrid> actual) {
        assertEquals(expected.size(), actual.size(), "number of tables");
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(
                    expected.get(i).cells().toString(), actual.get(i).cells().toString(), "table " + (i + 1));
        }
    }

    /** The table before it was broken over pages: labels that are repeated with （续） are those they repeat. */
    public PublishedGrid joined() {
        List<Cell> joined = new ArrayList<>();
        for (Cell cell : cells) {
            String label = cell.words().replaceFirst("（[续續]）$", "");
            int repeated = label.equals(cell.words()) ? -1 : joined.size() - 1;
            while (repeated >= 0 && !joined.get(repeated).words().equals(label)) {
                repeated--;
            }
            if (repeated < 0) {
                joined.add(cell);
            } else {
                Cell first = joined.get(repeated);
                int height = first.rowspan() + cell.rowspan();
                joined.set(
                        repeated,
                        new Cell(first.row(), first.column(), height, first.colspan(), first.head(), first.words()));
            }
        }
        return new PublishedGrid(joined);
    }

    /** The same cells with other words. */
    PublishedGrid rewritten(UnaryOperator<String> words) {
        return new PublishedGrid(cells.stream()
                .map(cell -> new Cell(
                        cell.row(),
                        cell.column(),
                        cell.rowspan(),
                        cell.colspan(),
                        cell.head(),
                        words.apply(cell.words())))
                .toList());
    }

    private static int number(String written) {
        return written == null ? 1 : Integer.parseInt(written);
    }

    private static String text(String name) {
        try (InputStream in = Objects.requireNonNull(PublishedGrid.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
