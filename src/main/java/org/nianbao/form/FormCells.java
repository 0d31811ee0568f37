package org.nianbao.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every cell of a form, by present and former path. Immutable. */
public final class FormCells {
    private final List<BlockCells> blocks = new ArrayList<>();
    private final List<FormCell> all;
    private final List<FormCell> figures;
    private final Map<CellPath, FormCell> byPath = new HashMap<>();
    private final Map<CellPath, FormCell> byFormerPath = new HashMap<>();
    private final Map<String, KeyTree> keys = new HashMap<>();

    /** @param sections of the form; no two cells have the same path */
    public FormCells(List<Section> sections) {
        for (Section section : sections) {
            if (section instanceof Section.TableSection part) {
                part.table().blocks().forEach(block -> blocks.add(new BlockCells(part.key(), block)));
                keys.put(part.key(), KeyTree.of(blocks(part.key())));
            }
        }
        all = blocks.stream().flatMap(block -> block.cells().stream()).toList();
        figures = all.stream().filter(FormCell::isFigure).toList();
        for (FormCell cell : all) {
            byPath.put(cell.path(), cell);
            cell.onlyColumn().ifPresent(column -> byPath.putIfAbsent(cell.path().then(column), cell));
            cell.formerPaths().forEach(path -> byFormerPath.putIfAbsent(path, cell));
        }
    }

    /** All cells, in the form's order. */
    public List<FormCell> all() {
        return all;
    }

    /** The cells that can be added up, in the form's order. */
    public List<FormCell> figures() {
        return figures;
    }

    /** The cells by block, in the form's order. */
    public List<BlockCells> blocks() {
        return Collections.unmodifiableList(blocks);
    }

    /** The cells of a section by block, from top to bottom. */
    public List<BlockCells> blocks(String section) {
        return blocks.stream().filter(block -> block.section().equals(section)).toList();
    }

    /** The keys that an input may write below that of a table. */
    public KeyTree keys(String section) {
        return Optional.ofNullable(keys.get(section)).orElseThrow();
    }

    /** The cell at a path, in which the key of an only column may be written or left out. */
    public Optional<FormCell> find(CellPath path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /**
     * The cell that corresponds to one of another edition: by its path, else by its former paths, else by the former paths
     * of the cells here.
     */
    public Optional<FormCell> counterpart(FormCell other) {
        return Stream.concat(Stream.of(other.path()), other.formerPaths().stream())
                .flatMap(path -> find(path).stream())
                .findFirst()
                .or(() -> Optional.ofNullable(byFormerPath.get(other.path())));
    }
}
