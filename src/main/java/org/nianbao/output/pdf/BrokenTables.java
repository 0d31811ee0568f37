package org.nianbao.output.pdf;

import com.openhtmltopdf.newtable.TableBox;
import com.openhtmltopdf.newtable.TableRowBox;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.PageBox;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/** Finds the tables that break over pages. */
final class BrokenTables {
    private BrokenTables() {}

    /** The {@code table} elements whose rows are on more than one page, in order. */
    static List<Element> in(PdfBoxRenderer renderer) {
        List<Element> broken = new ArrayList<>();
        collect(renderer.getRootBox(), renderer.getRootBox().getLayer().getPages(), broken);
        return broken;
    }

    private static void collect(Box box, List<PageBox> pages, List<Element> broken) {
        if (box instanceof TableBox table && table.getElement() != null) {
            Set<Integer> on = new HashSet<>();
            pagesOfRows(table, pages, on);
            if (on.size() > 1) {
                broken.add(table.getElement());
            }
        }
        for (Box child : box.getChildren()) {
            collect(child, pages, broken);
        }
    }

    private static void pagesOfRows(Box box, List<PageBox> pages, Set<Integer> on) {
        for (Box child : box.getChildren()) {
            if (child instanceof TableRowBox row) {
                int top = row.getAbsY();
                pages.stream()
                        .filter(page -> page.getTop() <= top && top < page.getBottom())
                        .forEach(page -> on.add(page.getPageNo()));
            } else {
                pagesOfRows(child, pages, on);
            }
        }
    }
}
