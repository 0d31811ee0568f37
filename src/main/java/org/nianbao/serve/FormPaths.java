package org.nianbao.serve;

import java.util.stream.Stream;
import org.nianbao.form.CellPath;
import org.nianbao.form.Form;
import org.nianbao.form.Section;
import org.nianbao.input.Keywords;

/** The paths of a form's places. */
final class FormPaths {
    private FormPaths() {}

    /** The paths of all places, in the form's order. */
    static Stream<String> of(Form form) {
        return Stream.concat(
                form.facts().stream().map(fact -> fact.key()),
                form.sections().stream()
                        .flatMap(section -> section instanceof Section.TableSection
                                ? rows(form, section.key())
                                : Stream.of(section.key())));
    }

    private static Stream<String> rows(Form form, String section) {
        return Stream.of(
                        Stream.of(above(section)),
                        form.cells().blocks(section).stream()
                                .flatMap(block -> block.cells().stream())
                                .map(cell -> cell.path().dotted()),
                        Stream.of(below(section)))
                .flatMap(paths -> paths);
    }

    /** The path of the text above a table. */
    static String above(String section) {
        return new CellPath(section).then(Keywords.OPENING).dotted();
    }

    /** The path of the notes below a table. */
    static String below(String section) {
        return new CellPath(section).then(Keywords.NOTE).dotted();
    }

    /** Whether a path is one of these two. */
    static boolean isAround(String section, String path) {
        return path.equals(above(section)) || path.equals(below(section));
    }
}
