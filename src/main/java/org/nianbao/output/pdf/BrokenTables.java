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
        List<Box> head = List.of();
        for (Box section : table.getChildren()) {
            if ("thead".equals(section.getElement().getLocalName())) {
                head = section.getChildren();
                continue;
            }
            for (Box row : section.getChildren()) {
                if (isParted(head, row, pages)) {
                    return true;
                }
                head = List.of();
            }
        }
        return false;
    }

    /** Whether a page ends in a row, or between it and the head right above it, though both fit a page. */
    private static boolean isParted(List<Box> head, Box row, List<PageBox> pages) {
        int top = head.isEmpty() ? row.getAbsY() : head.get(0).getAbsY();
        int bottom = row.getAbsY() + row.getHeight();
        int height = row.getHeight() + head.stream().mapToInt(Box::getHeight).sum();
        return pages.stream()
                .anyMatch(page -> page.getTop() <= top
                        && top < page.getBottom()
                        && bottom > page.getBottom() + ROUNDING
                        && height < page.getBottom() - page.getTop());
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
