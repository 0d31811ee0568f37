package org.nianbao.fit;

import java.util.stream.Stream;
import org.nianbao.font.Fonts;
import org.nianbao.font.TextWidth;
import org.nianbao.page.Elements;
import org.nianbao.page.Page;
import org.nianbao.typography.Typography;
import org.nianbao.typography.Typography.TextRole;

/** Fits a page to its paper before it is written, so that all formats shrink and break alike. */
public final class PageFit {
    private PageFit() {}

    /** Lets long words of a page break, and fits every figure to its cell. */
    public static void fit(Page page, Typography typography, Fonts fonts) {
        TextWidth widths = new TextWidth(typography, fonts);
        double em = typography.style(TextRole.BODY).advance().points().doubleValue();
        new LongWords(widths, TextRole.BODY, typography.textWidth() / em).breakIn(page.body());
        LandscapePages.set(page.body());
        tables(page, widths).forEach(FittedTable::fit);
    }

    /** The same page, in which tables longer than a sheet of paper are broken between rows. */
    public static Page paginate(Page page, Typography typography, Fonts fonts) {
        Page paginated = page.copy();
        tables(paginated, new TextWidth(typography, fonts)).forEach(FittedTable::paginate);
        return paginated;
    }

    private static Stream<FittedTable> tables(Page page, TextWidth widths) {
        TextWidth turned = new TextWidth(widths.typography().landscape(), widths.fonts());
        return Elements.named(page.body(), "table").stream()
                .filter(table -> !Elements.hasClass(table, "unseen"))
                .map(table ->
                        new FittedTable(table, Elements.isWithin(table, LandscapePages.LANDSCAPE) ? turned : widths));
    }
}
