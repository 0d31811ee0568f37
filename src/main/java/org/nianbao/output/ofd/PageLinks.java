package org.nianbao.output.ofd;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;

/** The links of a PDF page to web addresses. */
final class PageLinks {
    private final List<Link> links = new ArrayList<>();

    private record Link(Rectangle2D area, String target) {}

    /** Finds the links; {@code onPage} maps the PDF's points to the coordinates that {@link #at} expects. */
    PageLinks(PDPage page, AffineTransform onPage) throws IOException {
        for (PDAnnotation annotation : page.getAnnotations()) {
            if (annotation instanceof PDAnnotationLink link && link.getAction() instanceof PDActionURI uri) {
                Rectangle2D area = onPage.createTransformedShape(
                                annotation.getRectangle().toGeneralPath())
                        .getBounds2D();
                links.add(new Link(area, uri.getURI()));
            }
        }
    }

    /** The address that a click on this point opens. */
    Optional<String> at(Point2D place) {
        return links.stream()
                .filter(link -> link.area().contains(place))
                .map(Link::target)
                .findFirst();
    }
}
