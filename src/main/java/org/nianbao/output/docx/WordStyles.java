package org.nianbao.output.docx;

import static org.nianbao.output.docx.Skeleton.number;

import java.util.List;
import java.util.Optional;
import org.docx4j.jaxb.Context;
import org.docx4j.wml.BooleanDefaultTrue;
import org.docx4j.wml.CTBorder;
import org.docx4j.wml.CTLanguage;
import org.docx4j.wml.CTSignedTwipsMeasure;
import org.docx4j.wml.CTTblCellMar;
import org.docx4j.wml.CTTblPrBase;
import org.docx4j.wml.Color;
import org.docx4j.wml.DocDefaults;
import org.docx4j.wml.HpsMeasure;
import org.docx4j.wml.Jc;
import org.docx4j.wml.JcEnumeration;
import org.docx4j.wml.ObjectFactory;
import org.docx4j.wml.PPr;
import org.docx4j.wml.PPrBase;
import org.docx4j.wml.RFonts;
import org.docx4j.wml.RPr;
import org.docx4j.wml.STBorder;
import org.docx4j.wml.STLineSpacingRule;
import org.docx4j.wml.Style;
import org.docx4j.wml.Styles;
import org.docx4j.wml.TblBorders;
import org.docx4j.wml.TblWidth;
import org.docx4j.wml.U;
import org.docx4j.wml.UnderlineEnumeration;
import org.nianbao.typography.Typography;
import org.nianbao.typography.Typography.TextRole;

/**
 * The styles part (ECMA-376 Part 1, 17.7). Built-in styles bear Word's English names, which Word and WPS show in the
 * language of their menus. {@code Normal} has the body's fonts and pitch but no indent, so that what a person adds
 * later (a table, a picture) is not indented; body text is {@code Body Text}, which is.
 */
final class WordStyles {
    /** Stands where the language of the page goes: the tag of "no linguistic content" (BCP 47). */
    static final String LANGUAGE = "<w:lang w:eastAsia=\"zxx\" w:val=\"en-US\"/>";

    private static final ObjectFactory WML = Context.getWmlObjectFactory();
    private static final int FULL = 100;

    private final Typography typography;
    private final Measures measures;
    private final Styles styles = WML.createStyles();

    WordStyles(Typography typography) {
        this.typography = typography;
        this.measures = new Measures(typography);
    }

    Styles styles() {
        styles.setDocDefaults(defaults());
        add("character", "DefaultParagraphFont", "Default Paragraph Font").setDefault(true);
        add("numbering", "NoList", "No List").setDefault(true);
        addNormal();
        addTitleAndHeadings();
        addBody();
        addLetterEnd();
        addSmallParts();
        addTables();
        return styles;
    }

    private void addNormal() {
        Style normal = add("paragraph", StyleIds.NORMAL, "Normal");
        normal.setDefault(true);
        normal.setQFormat(yes());
        PPr ppr = paragraph(typography.style(TextRole.BODY), false);
        // The paragraph fills its lines with 28 characters and the page with 22 lines: nothing may push them.
        ppr.setWidowControl(yes());
        ppr.setAutoSpaceDE(no());
        ppr.setAutoSpaceDN(no());
        ppr.setAdjustRightInd(no());
        ppr.setSnapToGrid(no());
        normal.setPPr(ppr);
        normal.setRPr(characters(TextRole.BODY));
    }

    private void addTitleAndHeadings() {
        Style title = add(TextRole.TITLE, "Title");
        title.setQFormat(yes());
        title.getPPr().setKeepNext(yes());
        int level = 0;
        for (TextRole role : List.of(TextRole.HEADING_1, TextRole.HEADING_2, TextRole.HEADING_3, TextRole.HEADING_4)) {
            Style heading = add(role, "heading " + (level + 1));
            heading.setQFormat(yes());
            heading.getPPr().setKeepNext(yes());
            PPrBase.OutlineLvl outline = WML.createPPrBaseOutlineLvl();
            outline.setVal(number(level));
            heading.getPPr().setOutlineLvl(outline);
            heading.setNext(next(StyleIds.of(TextRole.BODY)));
            heading.setLink(link(StyleIds.runIn(role)));
            Style runIn = add("character", StyleIds.runIn(role), nameOf(heading) + " Char");
            runIn.setCustomStyle(true);
            runIn.setLink(link(StyleIds.of(role)));
            runIn.setRPr(characters(role));
            level++;
        }
        title.setNext(next(StyleIds.of(TextRole.BODY)));
    }

    private void addBody() {
        Style body = add(TextRole.BODY, "Body Text");
        body.setQFormat(yes());
        body.setRPr(null); // the same as Normal's
        Style list = add("paragraph", StyleIds.LIST, "List Paragraph");
        list.setBasedOn(basedOn(StyleIds.NORMAL));
        list.setQFormat(yes());
    }

    private void addLetterEnd() {
        for (String id : List.of(StyleIds.SIGNATURE, StyleIds.DATE)) {
            Style style = add("paragraph", id, id);
            style.setBasedOn(basedOn(StyleIds.NORMAL));
            PPr ppr = WML.createPPr();
            PPrBase.Ind indent = WML.createPPrBaseInd();
            indent.setRight(number(measures.bodyCharacters(Measures.SIGNATURE_CHARACTERS)));
            indent.setRightChars(number((long) Measures.SIGNATURE_CHARACTERS * FULL));
            ppr.setInd(indent);
            ppr.setJc(jc(JcEnumeration.RIGHT));
            ppr.setKeepLines(yes());
            if (id.equals(StyleIds.SIGNATURE)) {
                ppr.setKeepNext(yes());
                PPrBase.Spacing spacing = WML.createPPrBaseSpacing();
                spacing.setBefore(number(measures.bodyLine()));
                ppr.setSpacing(spacing);
            }
            style.setPPr(ppr);
        }
    }

    private void addSmallParts() {
        add(TextRole.CAPTION, "caption");
        Style number = add(TextRole.PAGE_NUMBER, "footer");
        number.getPPr().setInd(null); // which side it is on, each footer says
        Style header = add("paragraph", StyleIds.HEADER, "header");
        header.setBasedOn(basedOn(StyleIds.NORMAL));
        Style emphasis = add("character", StyleIds.EMPHASIS, "Emphasis");
        emphasis.setRPr(WML.createRPr());
        emphasis.getRPr().setI(yes());
        emphasis.getRPr().setICs(yes());
        Style hyperlink = add("character", StyleIds.LINK, "Hyperlink");
        hyperlink.setRPr(WML.createRPr());
        Color blue = WML.createColor();
        blue.setVal("0563C1");
        hyperlink.getRPr().setColor(blue);
        U underline = WML.createU();
        underline.setVal(UnderlineEnumeration.SINGLE);
        hyperlink.getRPr().setU(underline);
    }

    private void addTables() {
        Style plain = add("table", "TableNormal", "Normal Table");
        plain.setDefault(true);
        CTTblPrBase tblPr = WML.createCTTblPrBase();
        tblPr.setTblInd(twips(0));
        CTTblCellMar margins = WML.createCTTblCellMar();
        margins.setTop(twips(0));
        margins.setLeft(twips(108));
        margins.setBottom(twips(0));
        margins.setRight(twips(108));
        tblPr.setTblCellMar(margins);
        plain.setTblPr(tblPr);
        Style grid = add("table", StyleIds.TABLE_GRID, "Table Grid");
        grid.setBasedOn(basedOn("TableNormal"));
        CTTblPrBase gridPr = WML.createCTTblPrBase();
        gridPr.setTblBorders(borders());
        grid.setTblPr(gridPr);
        addTableText(TextRole.TABLE, "Table Text");
        addTableText(TextRole.TABLE_SMALL, "Table Text Small");
    }

    /** The space around is the table's, not that of the paragraphs in it; see {@link DocumentBody}. */
    private void addTableText(TextRole role, String builtIn) {
        Style text = add(role, builtIn);
        text.setQFormat(yes());
        text.getPPr().getSpacing().setBefore(number(0));
        text.getPPr().getSpacing().setAfter(number(0));
    }

    /** Adds the paragraph style of a role; a name in the typography goes before Word's own. */
    private Style add(TextRole role, String builtIn) {
        Typography.Style source = typography.style(role);
        Style style = add("paragraph", StyleIds.of(role), source.name().orElse(builtIn));
        if (source.name().isPresent() || role == TextRole.TABLE || role == TextRole.TABLE_SMALL) {
            style.setCustomStyle(true);
        }
        style.setBasedOn(basedOn(StyleIds.NORMAL));
        style.setPPr(paragraph(source, true));
        style.setRPr(characters(role));
        return style;
    }

    private Style add(String type, String id, String name) {
        Style style = WML.createStyle();
        style.setType(type);
        style.setStyleId(id);
        Style.Name named = WML.createStyleName();
        named.setVal(name);
        style.setName(named);
        styles.getStyle().add(style);
        return style;
    }

    private DocDefaults defaults() {
        RPr rpr = characters(TextRole.BODY);
        CTLanguage language = WML.createCTLanguage();
        language.setVal("en-US");
        language.setEastAsia("zxx");
        rpr.setLang(language);
        DocDefaults defaults = WML.createDocDefaults();
        DocDefaults.RPrDefault run = WML.createDocDefaultsRPrDefault();
        run.setRPr(rpr);
        defaults.setRPrDefault(run);
        defaults.setPPrDefault(WML.createDocDefaultsPPrDefault());
        return defaults;
    }

    private RPr characters(TextRole role) {
        Typography.Style style = typography.style(role);
        Typography.Font font = typography.fontOf(role);
        RPr rpr = WML.createRPr();
        RFonts fonts = WML.createRFonts();
        fonts.setAscii(font.latin());
        fonts.setHAnsi(font.latin());
        fonts.setEastAsia(font.word());
        fonts.setCs(font.latin());
        rpr.setRFonts(fonts);
        CTSignedTwipsMeasure spacing = WML.createCTSignedTwipsMeasure();
        spacing.setVal(number((long) style.advance().twips() - style.size().twips()));
        rpr.setSpacing(spacing);
        rpr.setSz(halfPoints(style));
        rpr.setSzCs(halfPoints(style));
        return rpr;
    }

    private static PPr paragraph(Typography.Style style, boolean indented) {
        PPr ppr = WML.createPPr();
        PPrBase.Spacing spacing = WML.createPPrBaseSpacing();
        spacing.setBefore(number(style.before().twips()));
        spacing.setAfter(number(style.after().twips()));
        Optional<Integer> pitch = style.pitch().map(length -> length.twips());
        spacing.setLine(number(pitch.orElse(240))); // 240ths of a line
        spacing.setLineRule(pitch.isPresent() ? STLineSpacingRule.EXACT : STLineSpacingRule.AUTO);
        ppr.setSpacing(spacing);
        if (indented && style.indent() > 0) {
            PPrBase.Ind indent = WML.createPPrBaseInd();
            indent.setFirstLineChars(number((long) style.indent() * FULL));
            indent.setFirstLine(number((long) style.indent() * style.advance().twips()));
            ppr.setInd(indent);
        }
        ppr.setJc(jc(
                switch (style.align()) {
                    case LEFT -> JcEnumeration.LEFT;
                    case CENTER -> JcEnumeration.CENTER;
                    case RIGHT -> JcEnumeration.RIGHT;
                    case JUSTIFY -> JcEnumeration.BOTH;
                }));
        return ppr;
    }

    private static TblBorders borders() {
        TblBorders borders = WML.createTblBorders();
        borders.setTop(line());
        borders.setLeft(line());
        borders.setBottom(line());
        borders.setRight(line());
        borders.setInsideH(line());
        borders.setInsideV(line());
        return borders;
    }

    private static CTBorder line() {
        CTBorder line = WML.createCTBorder();
        line.setVal(STBorder.SINGLE);
        line.setSz(number(4)); // eighths of a point
        line.setSpace(number(0));
        line.setColor("auto");
        return line;
    }

    private static TblWidth twips(int width) {
        TblWidth measure = WML.createTblWidth();
        measure.setW(number(width));
        measure.setType("dxa");
        return measure;
    }

    private static HpsMeasure halfPoints(Typography.Style style) {
        HpsMeasure size = WML.createHpsMeasure();
        size.setVal(number(style.size().halfPoints()));
        return size;
    }

    private static String nameOf(Style style) {
        return style.getName().getVal();
    }

    private static Style.BasedOn basedOn(String id) {
        Style.BasedOn basedOn = WML.createStyleBasedOn();
        basedOn.setVal(id);
        return basedOn;
    }

    private static Style.Next next(String id) {
        Style.Next next = WML.createStyleNext();
        next.setVal(id);
        return next;
    }

    private static Style.Link link(String id) {
        Style.Link link = WML.createStyleLink();
        link.setVal(id);
        return link;
    }

    private static Jc jc(JcEnumeration side) {
        Jc jc = WML.createJc();
        jc.setVal(side);
        return jc;
    }

    private static BooleanDefaultTrue yes() {
        return WML.createBooleanDefaultTrue();
    }

    private static BooleanDefaultTrue no() {
        BooleanDefaultTrue no = WML.createBooleanDefaultTrue();
        no.setVal(false);
        return no;
    }
}
