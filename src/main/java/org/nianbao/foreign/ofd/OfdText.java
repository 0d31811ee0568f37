package org.nianbao.foreign.ofd;

import static org.nianbao.foreign.ofd.OfdPackage.children;
import static org.nianbao.foreign.ofd.OfdPackage.first;
import static org.nianbao.foreign.ofd.OfdPackage.numbers;

import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.nianbao.foreign.ForeignDocument;
import org.nianbao.foreign.Limits;
import org.nianbao.foreign.UnreadableDocument;
import org.nianbao.foreign.UnreadableDocument.Cause;
import org.nianbao.foreign.layout.DrawnPage;
import org.nianbao.foreign.layout.PageReader;
import org.nianbao.foreign.ofd.OfdPackage.OfdFile;

/** Reads an OFD: the objects of its pages with those of their templates. Seals and annotations are left out. Not thread-safe. */
public final class OfdText {
    private static final List<Double> A4 = List.of(0.0, 0.0, 210.0, 297.0);

    private final OfdFile document;
    private final Element common;
    private final Map<String, Element> templates = new HashMap<>();
    private final Map<String, Element> composites = new HashMap<>();

    private final Map<String, byte[]> media = new HashMap<>();

    private OfdText(OfdFile document) {
        this.document = document;
        common = first(document.root(), "CommonData").orElse(document.root());
        children(common, "TemplatePage")
                .forEach(template -> document.file(template.attr("BaseLoc"))
                        .ifPresent(file -> templates.put(template.attr("ID"), file.root())));
        List<OfdFile> resources = common.children().stream()
                .filter(child -> OfdPackage.name(child).matches("PublicRes|DocumentRes"))
                .flatMap(listed -> document.file(listed.text()).stream())
                .toList();
        for (OfdFile file : resources) {
            children(file.root(), "MultiMedias")
                    .flatMap(list -> children(list, "MultiMedia"))
                    .forEach(item -> first(item, "MediaFile")
                            .flatMap(name -> file.bytes(file.root().attr("BaseLoc"), name.text()))
                            .ifPresent(bytes -> media.put(item.attr("ID"), bytes)));
        }
        resources.stream()
                .flatMap(file -> children(file.root(), "CompositeGraphicUnits"))
                .flatMap(units -> children(units, "CompositeGraphicUnit"))
                .forEach(unit -> first(unit, "Content").ifPresent(content -> composites.put(unit.attr("ID"), content)));
    }

    private Optional<byte[]> media(String id) {
        return Optional.ofNullable(media.get(id));
    }

    /**
     * Reads a file.
     *
     * @throws UnreadableDocument if it is no OFD, is larger than any report, or has no text
     */
    public static ForeignDocument read(byte[] bytes) throws UnreadableDocument {
        return new OfdText(new OfdPackage(bytes).document()).read();
    }

    private ForeignDocument read() throws UnreadableDocument {
        List<DrawnPage> pages = new ArrayList<>();
        boolean pictures = false;
        boolean text = false;
        for (Element pageList : children(document.root(), "Pages").toList()) {
            for (Element entry : children(pageList, "Page").toList()) {
                Optional<OfdFile> file = document.file(entry.attr("BaseLoc"));
                if (pages.size() >= Limits.PAGES) {
                    throw UnreadableDocument.tooLarge(Limits.PAGES, UnreadableDocument.SizeUnit.PAGES);
                }
                if (file.isPresent()) {
                    Element root = file.get().root();
                    List<Double> box = box(root);
                    OfdPage page = page(root, OfdPage.inPoints(box));
                    pictures |= page.hasPictures();
                    text |= page.hasText();
                    pages.add(page.drawn(box.get(3)));
                }
            }
        }
        if (!text) {
            throw new UnreadableDocument(pictures ? Cause.SCANNED : Cause.DAMAGED, pages.size() + " pages");
        }
        return PageReader.read(pages);
    }

    private OfdPage page(Element root, AffineTransform place) throws UnreadableDocument {
        OfdPage page = new OfdPage(composites, this::media);
        for (Element use : children(root, "Template").toList()) {
            Element template = templates.get(use.attr("TemplateID"));
            if (template != null) {
                page.add(template, place);
            }
        }
        page.add(root, place);
        return page;
    }

    /** The page's own box, or that of all pages (7.5). */
    private List<Double> box(Element root) {
        Optional<String> written = first(root, "Area")
                .or(() -> first(common, "PageArea"))
                .flatMap(area -> first(area, "PhysicalBox"))
                .map(Element::text);
        List<Double> box = written.isPresent() ? numbers(written.get()) : A4;
        return box.size() == 4 ? box : A4;
    }
}
