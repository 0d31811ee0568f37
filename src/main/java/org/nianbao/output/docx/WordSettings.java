package org.nianbao.output.docx;

import static org.nianbao.output.docx.Skeleton.number;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.docx4j.jaxb.Context;
import org.docx4j.wml.BooleanDefaultTrue;
import org.docx4j.wml.CTCharacterSpacing;
import org.docx4j.wml.CTCompat;
import org.docx4j.wml.CTSettings;
import org.docx4j.wml.CTTwipsMeasure;
import org.docx4j.wml.CTUcharHexNumber;
import org.docx4j.wml.CTZoom;
import org.docx4j.wml.FontFamily;
import org.docx4j.wml.FontPitch;
import org.docx4j.wml.Fonts;
import org.docx4j.wml.Lvl;
import org.docx4j.wml.NumFmt;
import org.docx4j.wml.NumberFormat;
import org.docx4j.wml.Numbering;
import org.docx4j.wml.ObjectFactory;
import org.docx4j.wml.PPr;
import org.docx4j.wml.PPrBase;
import org.docx4j.wml.STCharacterSpacing;
import org.docx4j.wml.STPitch;
import org.nianbao.typography.Typography;

/** The parts for settings, fonts and lists (ECMA-376 Part 1, 17.15, 17.8 and 17.9). */
final class WordSettings {
    private static final ObjectFactory WML = Context.getWmlObjectFactory();
    private static final String WORD = "http://schemas.microsoft.com/office/word";
    /** The character set of GB 2312 (17.8.3.2), by which a machine without the font chooses another Chinese one. */
    private static final String GB2312 = "86";

    private final Typography typography;
    private final Measures measures;

    WordSettings(Typography typography) {
        this.typography = typography;
        this.measures = new Measures(typography);
    }

    CTSettings settings() {
        CTSettings settings = WML.createCTSettings();
        CTZoom zoom = WML.createCTZoom();
        zoom.setPercent(number(100));
        settings.setZoom(zoom);
        settings.setEvenAndOddHeaders(new BooleanDefaultTrue());
        CTTwipsMeasure tab = WML.createCTTwipsMeasure();
        tab.setVal(number(measures.bodyCharacters(2)));
        settings.setDefaultTabStop(tab);
        CTCharacterSpacing spacing = WML.createCTCharacterSpacing();
        // Squeezed punctuation would put more than the standard's 28 characters on a line, as no other format does.
        spacing.setVal(STCharacterSpacing.DO_NOT_COMPRESS);
        settings.setCharacterSpacingControl(spacing);
        settings.setCompat(compatibility());
        return settings;
    }

    private static CTCompat compatibility() {
        CTCompat compat = WML.createCTCompat();
        // Otherwise justified text spreads the characters of a line that ends in a break.
        compat.setDoNotExpandShiftReturn(new BooleanDefaultTrue());
        compat.setCompatSetting("compatibilityMode", WORD, "15");
        compat.setCompatSetting("overrideTableStyleFontSizeAndJustification", WORD, "1");
        compat.setCompatSetting("enableOpenTypeFeatures", WORD, "1");
        compat.setCompatSetting("doNotFlipMirrorIndents", WORD, "1");
        compat.setCompatSetting("differentiateMultirowTableHeaders", WORD, "1");
        return compat;
    }

    /** Names every font in use and, for machines without it, the other names under which they may have it. */
    Fonts fonts() {
        SortedMap<String, Fonts.Font> fonts = new TreeMap<>();
        List<Typography.Font> inUse =
                typography.fontsInUse().stream().map(typography.fonts()::get).toList();
        inUse.forEach(font -> fonts.put(font.word(), chinese(font)));
        inUse.forEach(font -> fonts.computeIfAbsent(font.latin(), WordSettings::latin));
        Fonts table = WML.createFonts();
        table.getFont().addAll(fonts.values());
        return table;
    }

    private static Fonts.Font chinese(Typography.Font source) {
        Fonts.Font font = latin(source.word());
        List<String> others = source.names().stream()
                .filter(name -> !name.equals(source.word()))
                .toList();
        if (!others.isEmpty()) {
            Fonts.Font.AltName alt = WML.createFontsFontAltName();
            alt.setVal(String.join(",", others));
            font.setAltName(alt);
        }
        CTUcharHexNumber charset = WML.createCTUcharHexNumber();
        charset.setVal(GB2312);
        font.setCharset(charset);
        return font;
    }

    private static Fonts.Font latin(String name) {
        Fonts.Font font = WML.createFontsFont();
        font.setName(name);
        FontFamily family = WML.createFontFamily();
        family.setVal("auto");
        font.setFamily(family);
        FontPitch pitch = WML.createFontPitch();
        pitch.setVal(STPitch.VARIABLE);
        font.setPitch(pitch);
        return font;
    }

    /** The two kinds of list and the one bulleted list; numbered lists come with the page. */
    Numbering lists() {
        Numbering lists = WML.createNumbering();
        lists.getAbstractNum().add(list(Lists.BULLETS, NumberFormat.BULLET));
        lists.getAbstractNum().add(list(Lists.NUMBERS, NumberFormat.DECIMAL));
        Numbering.Num bulleted = WML.createNumberingNum();
        bulleted.setNumId(number(Lists.BULLETED));
        Numbering.Num.AbstractNumId which = WML.createNumberingNumAbstractNumId();
        which.setVal(number(Lists.BULLETS));
        bulleted.setAbstractNumId(which);
        lists.getNum().add(bulleted);
        return lists;
    }

    private Numbering.AbstractNum list(int id, NumberFormat format) {
        Numbering.AbstractNum list = WML.createNumberingAbstractNum();
        list.setAbstractNumId(number(id));
        Numbering.AbstractNum.MultiLevelType type = WML.createNumberingAbstractNumMultiLevelType();
        type.setVal("hybridMultilevel");
        list.setMultiLevelType(type);
        for (int level = 0; level < Lists.LEVELS; level++) {
            list.getLvl().add(level(level, format));
        }
        return list;
    }

    private Lvl level(int level, NumberFormat format) {
        Lvl lvl = WML.createLvl();
        lvl.setIlvl(number(level));
        Lvl.Start start = WML.createLvlStart();
        start.setVal(number(1));
        lvl.setStart(start);
        NumFmt fmt = WML.createNumFmt();
        fmt.setVal(format);
        lvl.setNumFmt(fmt);
        Lvl.LvlText text = WML.createLvlLvlText();
        text.setVal(format == NumberFormat.BULLET ? "•" : "%" + (level + 1) + ".");
        lvl.setLvlText(text);
        PPr ppr = WML.createPPr();
        PPrBase.Ind indent = WML.createPPrBaseInd();
        indent.setLeft(number(measures.bodyCharacters(Lists.indent(level))));
        indent.setHanging(number(measures.bodyCharacters(Lists.HANGING)));
        ppr.setInd(indent);
        lvl.setPPr(ppr);
        return lvl;
    }
}
