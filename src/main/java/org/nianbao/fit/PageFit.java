package org.nianbao.fit;

import java.util.stream.Stream;
import org.nianbao.font.Fonts;
import org.nianbao.font.TextWidth;
import org.nianbao.page.Elements;
import org.nianbao.page.Page;
import org.nianbao.typography.Typography;
import org.nianbao.typography.Typography.Paper;
import org.nianbao.typography.Typography.TextRole;

/** Fits a page to its paper before it is written, so that all formats shrink and break alike. */
public final class PageFit {
    /** The share of the text width that a table takes; the rest is for its outer rules. */
    private static final double TABLE = 0.996;

    private PageFit() {}

    /** The same page, in which long words may break and every figure fits its cell. */
    public static Page fit(Page page, Typography typography, Fonts fonts) {
        Page fitted = page.copy();
        TextWidth widths = new TextWidth(typography, fonts);
        double width = textWidth(typography.paper());
        double em = typography.style(TextRole.BODY).advance().points().doubleValue();
        new LongWords(widths, TextRole.BODY, width / em).breakIn(fitted.body());
        tables(fitted, widths).forEach(FittedTable::fit);
        return fitted;
    }

    /** The same page, in which tables longer than a sheet of paper are broken between rows. */
    public static Page paginate(Page page, Typography typography, Fonts fonts) {
        Page paginated = page.copy();
        Paper paper = typography.paper();
        double height = paper.height()
                .points()
                .subtract(paper.top().points())
                .subtract(paper.bottom().points())
                .doubleValue();
        tables(paginated, new TextWidth(typography, fonts)).forEach(table -> table.paginate(height));
        return paginated;
    }

    private static Stream<FittedTable> tables(Page page, TextWidth widths) {
        double width = textWidth(widths.typography().paper()) * TABLE;
        return Elements.named(page.body(), "table").stream()
                .filter(table -> !Elements.hasClass(table, "unseen"))
                .map(table -> new FittedTable(table, widths, width));
    }

    private static double textWidth(Paper paper) {
        return paper.width()
                .points()
                .subtract(paper.left().points())
                .subtract(paper.right().points())
                .doubleValue();
    }
}
