package org.nianbao.output.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;

/** Makes the output intent, which defines the colours of a document. */
final class DeviceColors {
    private static final String SRGB = "sRGB IEC61966-2.1";

    private DeviceColors() {}

    /**
     * The output intent required by PDF/A (ISO 19005-2, 6.2.3). The profile comes with the program, because the JDK's
     * differs by version, and is not parsed, because that would start AWT's colour management.
     */
    static PDOutputIntent sRgb(PDDocument document) throws IOException {
        COSDictionary intent = new COSDictionary();
        intent.setItem(COSName.TYPE, COSName.OUTPUT_INTENT);
        intent.setItem(COSName.S, COSName.GTS_PDFA1);
        intent.setString(COSName.OUTPUT_CONDITION_IDENTIFIER, SRGB);
        intent.setString(COSName.INFO, SRGB);
        try (InputStream profile = Objects.requireNonNull(DeviceColors.class.getResourceAsStream("sRGB.icc"))) {
            PDStream stream = new PDStream(document, profile, COSName.FLATE_DECODE);
            stream.getCOSObject().setInt(COSName.N, 3);
            intent.setItem(COSName.DEST_OUTPUT_PROFILE, stream);
        }
        return new PDOutputIntent(intent);
    }
}
