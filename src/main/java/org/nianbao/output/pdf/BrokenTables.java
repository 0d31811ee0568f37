package org.nianbao.output.pdf;

import com.openhtmltopdf.newtable.TableBox;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.PageBox;
import java.util.List;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Finds the tables that break over pages. */
final class BrokenTables {
    private BrokenTables() {}

    /** The {@code table} elements whose rows start on more than one page, in order. */
    static List<Element> in(PdfBoxRenderer renderer) {
        List<PageBox> pages = renderer.getRootBox().getLayer().getPages();
        return boxes(renderer.getRootBox())
                .filter(box -> box instanceof TableBox && box.getElement() != null)
                .filter(table -> pagesOfRows(table, pages).distinct().count() > 1)
                .map(Box::getElement)
                .toList();
    }

    private static Stream<Box> boxes(Box root) {
        return Stream.concat(Stream.of(root), root.getChildren().stream().flatMap(BrokenTables::boxes));
    }

    private static Stream<PageBox> pagesOfRows(Box table, List<PageBox> pages) {
        return table.getChildren().stream()
                .flatMap(section -> section.getChildren().stream())
                .map(Box::getAbsY)
                .flatMap(top -> pages.stream().filter(page -> page.getTop() <= top && top < page.getBottom()));
    }
}
