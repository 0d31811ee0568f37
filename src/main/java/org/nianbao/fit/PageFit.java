package org.nianbao.fit;

import org.nianbao.font.Fonts;
import org.nianbao.font.TextWidth;
import org.nianbao.page.Elements;
import org.nianbao.page.Page;
import org.nianbao.typography.Typography;
import org.nianbao.typography.Typography.Paper;
import org.nianbao.typography.Typography.TextRole;
import org.w3c.dom.Element;

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
        for (Element table : Elements.named(fitted.body(), "table")) {
            if (!Elements.hasClass(table, "unseen")) {
                new FittedTable(table, widths, width * TABLE).fit();
            }
        }
        return fitted;
    }

    private static double textWidth(Paper paper) {
        return paper.width()
                .points()
                .subtract(paper.left().points())
                .subtract(paper.right().points())
                .doubleValue();
    }
}
