package org.nianbao.output.pdf;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.jspecify.annotations.Nullable;

/** A PDF dated like its report; the renderer would write the current time. */
final class DatedDocument extends PDDocument {
    private final Instant date;
    private final COSDictionary layout = new COSDictionary();

    DatedDocument(Instant date) throws IOException {
        super(new Streams());
        this.date = date;
        layout.setName(COSName.TYPE, "Layout");
    }

    /** Also clears the cache of COSName, which would grow with every document: names of font subsets are unique. */
    @Override
    @SuppressWarnings("deprecation") // removed in PDFBox 4; 3 has no replacement
    public void close() throws IOException {
        super.close();
        COSName.clearResources();
    }

    @Override
    public void addPage(PDPage page) {
        PDResources resources = new PDResources();
        resources.getCOSObject().setItem(COSName.PROPERTIES, new PropertyLists(layout));
        page.setResources(resources);
        super.addPage(page);
    }

    @Override
    public void setDocumentInformation(PDDocumentInformation information) {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC), Locale.ROOT);
        calendar.setTimeInMillis(date.toEpochMilli());
        information.setCreationDate(calendar);
        information.setModificationDate(calendar);
        super.setDocumentInformation(information);
    }

    /**
     * The property lists of a page's marked content. The renderer adds one for the background and borders of each box,
     * thousands in all; here they become one, that of layout artifacts (ISO 32000-1, 14.8.2.2.2). All other lists differ, so
     * no equal one is searched for.
     */
    private static final class PropertyLists extends COSDictionary {
        private final COSDictionary layout;
        private @Nullable COSName key;

        PropertyLists(COSDictionary layout) {
            this.layout = layout;
        }

        @Override
        public boolean containsValue(Object value) {
            return key != null && isBackground(value);
        }

        @Override
        public @Nullable COSName getKeyForValue(Object value) {
            return isBackground(value) ? key : super.getKeyForValue(value);
        }

        @Override
        public void setItem(COSName name, COSBase value) {
            if (isBackground(value)) {
                key = name;
                super.setItem(name, layout);
            } else {
                super.setItem(name, value);
            }
        }

        private static boolean isBackground(Object value) {
            return value instanceof COSDictionary list && COSName.BACKGROUND.equals(list.getCOSName(COSName.TYPE));
        }
    }
}
