package org.nianbao.output.pdf;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** Turns off the interpolation of bitmaps, which PDF/A forbids (ISO 19005-2, 6.2.8.1) and SVG drawings with masks ask for. */
final class Interpolation {
    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private Interpolation() {}

    /** Turns it off in all that the pages of a document draw. */
    static void turnOff(PDDocument document) {
        Interpolation interpolation = new Interpolation();
        for (PDPage page : document.getPages()) {
            interpolation.turnOff(page.getCOSObject().getDictionaryObject(COSName.RESOURCES));
        }
    }

    private void turnOff(COSBase base) {
        if (base instanceof COSObject reference) {
            turnOff(reference.getObject());
        } else if (base instanceof COSArray array && seen.add(array)) {
            array.forEach(this::turnOff);
        } else if (base instanceof COSDictionary dictionary && seen.add(dictionary)) {
            dictionary.removeItem(COSName.INTERPOLATE);
            dictionary.getValues().forEach(this::turnOff);
        }
    }
}
