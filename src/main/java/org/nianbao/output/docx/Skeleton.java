package org.nianbao.output.docx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.docx4j.jaxb.Context;
import org.docx4j.openpackaging.contenttype.ContentTypeManager;
import org.docx4j.openpackaging.exceptions.Docx4JException;
import org.docx4j.openpackaging.packages.WordprocessingMLPackage;
import org.docx4j.openpackaging.parts.DocPropsCorePart;
import org.docx4j.openpackaging.parts.DocPropsExtendedPart;
import org.docx4j.openpackaging.parts.PartName;
import org.docx4j.openpackaging.parts.WordprocessingML.DocumentSettingsPart;
import org.docx4j.openpackaging.parts.WordprocessingML.FontTablePart;
import org.docx4j.openpackaging.parts.WordprocessingML.FooterPart;
import org.docx4j.openpackaging.parts.WordprocessingML.MainDocumentPart;
import org.docx4j.openpackaging.parts.WordprocessingML.NumberingDefinitionsPart;
import org.docx4j.openpackaging.parts.WordprocessingML.StyleDefinitionsPart;
import org.docx4j.wml.FldChar;
import org.docx4j.wml.Ftr;
import org.docx4j.wml.Jc;
import org.docx4j.wml.JcEnumeration;
import org.docx4j.wml.ObjectFactory;
import org.docx4j.wml.P;
import org.docx4j.wml.PPr;
import org.docx4j.wml.PPrBase;
import org.docx4j.wml.R;
import org.docx4j.wml.RFonts;
import org.docx4j.wml.RPr;
import org.docx4j.wml.STFldCharType;
import org.docx4j.wml.STHint;
import org.docx4j.wml.Text;
import org.nianbao.typography.Typography;
import org.nianbao.typography.Typography.TextRole;

/**
 * A document without its text: styles, settings, fonts, lists, footers, content types and relationships, made with
 * docx4j from the typography. With {@link WordStyles} and {@link WordSettings} this is all that loads docx4j, which
 * takes one to three seconds; {@link Skeletons} calls it only if no skeleton was made ahead.
 */
final class Skeleton {
    /** The relationship to the footer of odd pages. */
    static final String FOOTER_ODD = "rIdFooterOdd";

    /** The relationship to the footer of even pages. */
    static final String FOOTER_EVEN = "rIdFooterEven";

    private static final ObjectFactory WML = Context.getWmlObjectFactory();

    private final Typography typography;

    private Skeleton(Typography typography) {
        this.typography = typography;
    }

    /** Makes the parts; the same typography gives the same bytes in every process. */
    static PackageParts make(Typography typography) {
        try {
            return new Skeleton(typography).parts();
        } catch (Docx4JException | IOException e) {
            throw new IllegalStateException(e); // nothing is read, and memory does not fail
        }
    }

    private PackageParts parts() throws Docx4JException, IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        document().save(zip);
        PackageParts made = PackageParts.unzip(zip.toByteArray());
        PackageParts parts = new PackageParts();
        made.all().forEach((name, content) -> parts.put(name, Canonical.of(content)));
        parts.remove("word/document.xml");
        return parts;
    }

    private WordprocessingMLPackage document() throws Docx4JException {
        WordprocessingMLPackage document = new WordprocessingMLPackage(new ContentTypeManager());
        MainDocumentPart main = new MainDocumentPart();
        main.setJaxbElement(WML.createDocument());
        main.getJaxbElement().setBody(WML.createBody());
        document.addTargetPart(main, "rIdDocument");
        addProperties(document);

        StyleDefinitionsPart styles = new StyleDefinitionsPart();
        styles.setJaxbElement(new WordStyles(typography).styles());
        main.addTargetPart(styles, "rIdStyles");
        WordSettings settings = new WordSettings(typography);
        NumberingDefinitionsPart lists = new NumberingDefinitionsPart();
        lists.setJaxbElement(settings.lists());
        main.addTargetPart(lists, "rIdLists");
        DocumentSettingsPart general = new DocumentSettingsPart();
        general.setJaxbElement(settings.settings());
        main.addTargetPart(general, "rIdSettings");
        FontTablePart fonts = new FontTablePart();
        fonts.setJaxbElement(settings.fonts());
        main.addTargetPart(fonts, "rIdFonts");
        main.addTargetPart(footer("/word/footer1.xml", odd()), FOOTER_ODD);
        main.addTargetPart(footer("/word/footer2.xml", even()), FOOTER_EVEN);
        document.getContentTypeManager().addDefaultContentType("png", "image/png");
        document.getContentTypeManager().addDefaultContentType("svg", "image/svg+xml");
        return document;
    }

    /** The properties are written anew for each document; here they get their relationships. */
    private static void addProperties(WordprocessingMLPackage document) throws Docx4JException {
        DocPropsCorePart core = new DocPropsCorePart();
        core.setJaxbElement(new org.docx4j.docProps.core.ObjectFactory().createCoreProperties());
        document.addTargetPart(core, "rIdCore");
        DocPropsExtendedPart extended = new DocPropsExtendedPart();
        extended.setJaxbElement(new org.docx4j.docProps.extended.ObjectFactory().createProperties());
        document.addTargetPart(extended, "rIdExtended");
    }

    private static FooterPart footer(String name, PPr place) throws Docx4JException {
        P line = WML.createP();
        line.setPPr(place);
        line.getContent().addAll(List.of(text("— "), field(STFldCharType.BEGIN), instruction()));
        line.getContent().addAll(List.of(field(STFldCharType.SEPARATE), text("1"), field(STFldCharType.END)));
        line.getContent().add(text(" —"));
        Ftr footer = WML.createFtr();
        footer.getContent().add(line);
        FooterPart part = new FooterPart(new PartName(name));
        part.setJaxbElement(footer);
        return part;
    }

    /** On odd pages the number stands right (GB/T 9704-2012, 7.5). */
    private PPr odd() {
        PPrBase.Ind in = WML.createPPrBaseInd();
        in.setRight(number(oneIn()));
        in.setRightChars(number(100L * typography.style(TextRole.PAGE_NUMBER).indent()));
        return place(JcEnumeration.RIGHT, in);
    }

    /** On even pages the number stands left. */
    private PPr even() {
        PPrBase.Ind in = WML.createPPrBaseInd();
        in.setLeft(number(oneIn()));
        in.setLeftChars(number(100L * typography.style(TextRole.PAGE_NUMBER).indent()));
        return place(JcEnumeration.LEFT, in);
    }

    private long oneIn() {
        Typography.Style style = typography.style(TextRole.PAGE_NUMBER);
        return (long) style.indent() * style.advance().twips();
    }

    private static PPr place(JcEnumeration side, PPrBase.Ind in) {
        PPr place = WML.createPPr();
        PPrBase.PStyle style = WML.createPPrBasePStyle();
        style.setVal(StyleIds.of(TextRole.PAGE_NUMBER));
        place.setPStyle(style);
        place.setInd(in);
        Jc jc = WML.createJc();
        jc.setVal(side);
        place.setJc(jc);
        return place;
    }

    private static R text(String words) {
        Text text = WML.createText();
        text.setValue(words);
        text.setSpace("preserve");
        return run(WML.createRT(text));
    }

    private static R field(STFldCharType type) {
        FldChar mark = WML.createFldChar();
        mark.setFldCharType(type);
        return run(WML.createRFldChar(mark));
    }

    private static R instruction() {
        Text page = WML.createText();
        page.setValue(" PAGE ");
        page.setSpace("preserve");
        return run(WML.createRInstrText(page));
    }

    private static R run(Object content) {
        R run = WML.createR();
        RPr format = WML.createRPr();
        RFonts fonts = WML.createRFonts();
        fonts.setHint(STHint.EAST_ASIA);
        format.setRFonts(fonts);
        run.setRPr(format);
        run.getContent().add(content);
        return run;
    }

    static BigInteger number(long value) {
        return BigInteger.valueOf(value);
    }
}
