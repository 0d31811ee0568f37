package org.nianbao.form;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.input.Forms;

@Tag("unit")
@DisplayName("The cells of a form")
class FormCellsTest {
    static Stream<FormCells> shippedAndGenerated() {
        return Stream.concat(
                shipped().map(Form::cells), IntStream.range(0, 100).mapToObj(seed -> new Generator(seed).earlier()));
    }

    private static Stream<Form> shipped() {
        Forms forms = Forms.in(Path.of("templates"), new Diagnostics());
        return forms.names().stream()
                .flatMap(name -> forms.editionsOf(name).stream())
                .map(Forms.Edition::form);
    }

    @ParameterizedTest
    @DisplayName("Each row crosses each column once, and no two cells have the same path")
    @MethodSource("shippedAndGenerated")
    void everyCellOnce(FormCells cells) {
        int expected = cells.blocks().stream()
                .mapToInt(block -> block.block().rows().leaves().size()
                        * block.block().columns().leaves().size())
                .sum();
        Set<CellPath> paths = new HashSet<>();
        for (FormCell cell : cells.all()) {
            assertTrue(paths.add(cell.path()), cell.path().dotted());
            assertEquals(Optional.of(cell), cells.find(cell.path()));
            assertEquals(Optional.of(cell), cells.counterpart(cell));
        }
        assertEquals(expected, paths.size());
    }

    @ParameterizedTest
    @DisplayName("An input can write each cell but those that print a fact")
    @MethodSource("shippedAndGenerated")
    void keys(FormCells cells) {
        List<FormCell> written = cells.blocks().stream()
                .map(BlockCells::section)
                .distinct()
                .flatMap(section -> cells.keys(section).cells())
                .toList();
        assertEquals(
                cells.all().stream()
                        .filter(cell -> cell.spec().fact().isEmpty())
                        .toList(),
                written);
    }

    @ParameterizedTest
    @DisplayName("A line across a block finds its cells by the leaves along it")
    @MethodSource("shippedAndGenerated")
    void lines(FormCells cells) {
        for (BlockCells block : cells.blocks()) {
            List<FormCell> byRow = new ArrayList<>();
            for (CellLine row : block.lines(Identity.Along.COLUMNS)) {
                block.block().columns().leaves().forEach(column -> byRow.add(row.cell(column.path())));
            }
            assertEquals(block.cells(), byRow);
            for (CellLine column : block.lines(Identity.Along.ROWS)) {
                for (Axis.Leaf row : block.block().rows().leaves()) {
                    assertEquals(column.across(), column.cell(row.path()).column());
                    assertEquals(row, column.cell(row.path()).row());
                }
            }
        }
    }

    @Test
    @DisplayName("Editions of 2019 and 2021 find each other's cells by their former paths")
    void shippedEditions() {
        List<Form> editions = shipped().filter(form -> form.edition() > 2017).toList();
        FormCells of2019 = editions.get(0).cells();
        FormCells of2021 = editions.get(1).cells();
        String now = "主动公开政府信息情况.行政许可";
        String before = "主动公开政府信息情况.行政许可.处理决定数量";
        assertAll(
                () -> assertEquals(before, counterpart(of2019, of2021, now)),
                () -> assertEquals(now, counterpart(of2021, of2019, before)),
                () -> assertEquals("", counterpart(of2021, of2019, "主动公开政府信息情况.行政许可.上一年项目数量")));
    }

    private static String counterpart(FormCells in, FormCells other, String path) {
        return in.counterpart(other.find(new CellPath(path)).orElseThrow())
                .map(cell -> cell.path().dotted())
                .orElse("");
    }

    @Test
    @DisplayName("Whatever rows and columns an edition renames, its cells and those before find each other")
    void generatedEditions() {
        for (int seed = 0; seed < 100; seed++) {
            FormCells earlier = new Generator(seed).earlier();
            FormCells later = new Generator(seed).later();
            for (int i = 0; i < earlier.all().size(); i++) {
                FormCell before = earlier.all().get(i);
                FormCell now = later.all().get(i);
                assertEquals(
                        Optional.of(now),
                        later.counterpart(before),
                        before.path().dotted());
                assertEquals(
                        Optional.of(before),
                        earlier.counterpart(now),
                        now.path().dotted());
            }
        }
    }

    @Test
    @DisplayName("The key of an only column may be written or left out, that of another block's may not")
    void onlyColumn() {
        FormCells cells = shipped()
                .filter(form -> form.edition() == 2021)
                .findFirst()
                .orElseThrow()
                .cells();
        Optional<FormCell> licences = cells.find(new CellPath("主动公开政府信息情况.行政许可"));
        assertAll(
                () -> assertTrue(licences.isPresent()),
                () -> assertEquals(licences, cells.find(new CellPath("主动公开政府信息情况.行政许可.本年处理决定数量"))),
                () -> assertEquals(Optional.empty(), cells.find(new CellPath("主动公开政府信息情况.行政许可.本年收费金额"))));
    }

    /** A form and the edition after it, in which some labels have new keys. */
    private static final class Generator {
        private final Random random;
        private int labels;

        Generator(int seed) {
            random = new Random(seed);
        }

        FormCells earlier() {
            return new FormCells(sections(false));
        }

        FormCells later() {
            return new FormCells(sections(true));
        }

        private List<Section> sections(boolean later) {
            List<Section> sections = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(3); i++) {
                List<Block> blocks = new ArrayList<>();
                for (int j = 0; j <= random.nextInt(3); j++) {
                    Axis columns = new Axis(labels(later, 1 + random.nextInt(3), 2));
                    Axis rows = new Axis(labels(later, 1 + random.nextInt(4), 3));
                    blocks.add(new Block(Optional.empty(), "", columns, rows, List.of(), List.of(), List.of()));
                }
                Table table = new Table("", List.of(), false, false, false, blocks);
                sections.add(new Section.TableSection("s" + i, Optional.empty(), table));
            }
            return sections;
        }

        private List<Label> labels(boolean later, int count, int depth) {
            List<Label> siblings = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                labels++;
                String key = "k" + labels;
                boolean renamed = random.nextInt(3) == 0;
                List<Label> children = depth > 1 && random.nextInt(3) == 0
                        ? labels(later, 1 + random.nextInt(3), depth - 1)
                        : List.of();
                boolean spanner = !children.isEmpty() && random.nextBoolean();
                siblings.add(new Label(
                        later && renamed ? key + "-new" : key,
                        key,
                        spanner,
                        Optional.empty(),
                        Optional.empty(),
                        later && renamed ? Optional.of(key) : Optional.empty(),
                        Optional.empty(),
                        children));
            }
            return siblings;
        }
    }
}
