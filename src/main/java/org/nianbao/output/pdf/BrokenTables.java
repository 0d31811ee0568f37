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
    /** By so much a row may reach below its page, in the renderer's units: its rule does. */
    private static final int ROUNDING = 30;

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

    /**
     * The {@code table} elements that the renderer breaks in a row, or between the head and the row below it, in order. It does
     * so in some tables that it has moved to the top of a page.
     */
    static Stream<Element> wrong(PdfBoxRenderer renderer) {
        List<PageBox> pages = renderer.getRootBox().getLayer().getPages();
        return boxes(renderer.getRootBox())
                .filter(box -> box instanceof TableBox && box.getElement() != null)
                .filter(table -> isWrong(table, pages))
                .map(Box::getElement);
    }

    private static boolean isWrong(Box table, List<PageBox> pages) {
        int start = -1;
        for (Box section : table.getChildren()) {
            boolean head = "thead".equals(section.getElement().getLocalName());
            for (Box row : section.getChildren()) {
                int top = start < 0 ? row.getAbsY() : start;
                if (!head && isParted(top, row.getAbsY() + row.getHeight(), pages)) {
                    return true;
                }
                start = head ? top : -1;
            }
        }
        return false;
    }

    /** Whether a page ends between two heights, which are not farther from each other than the page is high. */
    private static boolean isParted(int top, int bottom, List<PageBox> pages) {
        return pages.stream()
                .anyMatch(page -> page.getTop() <= top
                        && top < page.getBottom()
                        && bottom > page.getBottom() + ROUNDING
                        && bottom - top < page.getBottom() - page.getTop());
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
