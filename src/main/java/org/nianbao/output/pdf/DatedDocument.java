package org.nianbao.output.pdf;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** A PDF that is as old as its report says: the renderer would write the time of day into it. */
final class DatedDocument extends PDDocument {
    private final Instant date;

    DatedDocument(Instant date) {
        this.date = date;
    }

    @Override
    public void setDocumentInformation(PDDocumentInformation information) {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC), Locale.ROOT);
        calendar.setTimeInMillis(date.toEpochMilli());
        information.setCreationDate(calendar);
        information.setModificationDate(calendar);
        super.setDocumentInformation(information);
    }
}
