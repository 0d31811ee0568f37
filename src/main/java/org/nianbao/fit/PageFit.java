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

    /** The same page, in which long words may break and every figure fits its cell. */
    public static Page fit(Page page, Typography typography, Fonts fonts) {
        Page fitted = page.copy();
        TextWidth widths = new TextWidth(typography, fonts);
        double em = typography.style(TextRole.BODY).advance().points().doubleValue();
        new LongWords(widths, TextRole.BODY, typography.textWidth() / em).breakIn(fitted.body());
        LandscapePages.set(fitted.body());
        tables(fitted, widths).forEach(FittedTable::fit);
        return fitted;
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
