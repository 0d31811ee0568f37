package org.nianbao.output.pdf;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;

/** A PDF that is as old as its report says: the renderer would write the time of day into it. */
final class DatedDocument extends PDDocument {
    private final Instant date;

    DatedDocument(Instant date) {
        this.date = date;
    }

    /** Each piece of tagged text becomes a property of its page, and there are hundreds. */
    @Override
    public void addPage(PDPage page) {
        PDResources resources = new PDResources();
        resources.getCOSObject().setItem(COSName.PROPERTIES, new EachItsOwn());
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

    /** Says that no value is there yet, which is so, for PDFBox would look through all of them to add one. */
    private static final class EachItsOwn extends COSDictionary {
        @Override
        public boolean containsValue(Object value) {
            return false;
        }
    }
}
