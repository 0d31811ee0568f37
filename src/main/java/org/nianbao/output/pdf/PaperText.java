package org.nianbao.output.pdf;

import com.openhtmltopdf.css.value.FontSpecification;
import com.openhtmltopdf.extend.FontContext;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.pdfboxout.PdfBoxFSFont;
import com.openhtmltopdf.pdfboxout.PdfBoxFontResolver.FontDescription;
import com.openhtmltopdf.pdfboxout.PdfBoxOutputDevice;
import com.openhtmltopdf.pdfboxout.PdfBoxTextRenderer;
import com.openhtmltopdf.render.AbstractOutputDevice;
import com.openhtmltopdf.render.FSFont;
import com.openhtmltopdf.render.JustificationInfo;
import com.openhtmltopdf.util.OpenUtil;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Measures and draws text whose characters come from several fonts: Chinese and Latin ones take turns in every line. The
 * renderer's own way asks each font for each character and catches an exception if the font lacks it, half of the time of a PDF.
 */
final class PaperText extends PdfBoxTextRenderer {
    private static final float THOUSANDTHS = 1000;

    /** What a width may exceed a whole dot by without taking one more, as in the renderer's own way. */
    private static final float TOLERANCE = 0.01f;

    private final SharedContext context;
    private final IdentityHashMap<FontSpecification, PdfBoxFSFont> fonts = new IdentityHashMap<>();

    /**
     * A part of a text in one font.
     *
     * @param width in dots, justified
     */
    private record SameFont(FontDescription font, String text, float width) {}

    PaperText(SharedContext context) {
        this.context = context;
    }

    @Override
    public int getWidth(FontContext fontContext, FSFont font, String text) {
        float width = 0;
        for (int k = 0; k < text.length(); k = text.offsetByCodePoints(k, 1)) {
            FontDescription holder = holder((PdfBoxFSFont) font, text.codePointAt(k));
            if (holder == null) {
                return super.getWidth(fontContext, font, text);
            }
            width += width(holder, text.codePointAt(k));
        }
        float dots = width / THOUSANDTHS * font.getSize2D();
        return (int) (dots - Math.floor(dots) < TOLERANCE ? dots : Math.ceil(dots));
    }

    @Override
    public void drawString(OutputDevice device, String text, float x, float y) {
        drawString(device, text, x, y, null);
    }

    @Override
    public void drawString(OutputDevice device, String text, float x, float y, @Nullable JustificationInfo info) {
        PdfBoxFSFont font = fonts.computeIfAbsent(
                ((AbstractOutputDevice) device).getFontSpecification(), key -> (PdfBoxFSFont) context.getFont(key));
        List<SameFont> runs = runs(font, text, info);
        float left = x;
        for (SameFont run : runs) {
            ((PdfBoxOutputDevice) device).drawStringFast(run.text, left, y, info, run.font, font.getSize2D());
            left += run.width;
        }
        if (runs.isEmpty()) {
            super.drawString(device, text, x, y, info);
        }
    }

    /** Divides text by font; empty if it has a character that the renderer leaves out or replaces. */
    private static List<SameFont> runs(PdfBoxFSFont font, String text, @Nullable JustificationInfo info) {
        List<SameFont> runs = new ArrayList<>();
        int start = 0;
        float width = 0;
        FontDescription last = null;
        for (int k = 0; k < text.length(); k = text.offsetByCodePoints(k, 1)) {
            int character = text.codePointAt(k);
            FontDescription holder = holder(font, character);
            if (holder == null) {
                return List.of();
            }
            if (last != null && holder != last) {
                runs.add(new SameFont(last, text.substring(start, k), width));
                start = k;
                width = 0;
            }
            last = holder;
            width += width(holder, character) / THOUSANDTHS * font.getSize2D() + adjustment(info, character);
        }
        if (last != null) {
            runs.add(new SameFont(last, text.substring(start), width));
        }
        return runs;
    }

    private static float adjustment(@Nullable JustificationInfo info, int character) {
        if (info == null) {
            return 0;
        }
        return isJustificationSpace(character) ? info.getSpaceAdjust() : info.getNonSpaceAdjust();
    }

    /** The first font that has a character; null if none has it or the renderer leaves it out. */
    private static @Nullable FontDescription holder(PdfBoxFSFont font, int character) {
        if (!OpenUtil.isSafeFontCodePointToPrint(character)) {
            return null;
        }
        for (FontDescription description : font.getFontDescriptions()) {
            if (((EmbeddedFont) description.getFont()).has(character)) {
                return description;
            }
        }
        return null;
    }

    private static float width(FontDescription description, int character) {
        return ((EmbeddedFont) description.getFont()).width(character);
    }
}
