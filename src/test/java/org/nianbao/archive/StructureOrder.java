package org.nianbao.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.nianbao.published.MarkedText;

/** A PDF as a screen reader goes through it: its structure elements in order, with the words that hang from each. */
final class StructureOrder {
    private final Map<COSDictionary, Map<Integer, String>> words;
    private final List<Visited> visited = new ArrayList<>();

    /** An element, what it says of itself, and the words that hang from it directly or from what is below it. */
    record Visited(String type, COSDictionary element, String words) {
        /** An attribute (ISO 32000-1, 14.7.5), in one word. */
        String attribute(String name) {
            COSDictionary attributes = element.getCOSDictionary(COSName.A);
            COSBase value = attributes == null ? null : attributes.getDictionaryObject(name);
            return value instanceof COSName word
                    ? word.getName()
                    : value instanceof COSInteger number ? String.valueOf(number.intValue()) : "";
        }

        /** The identifiers of the headers of a cell. */
        List<String> headers() {
            COSDictionary attributes = element.getCOSDictionary(COSName.A);
            COSArray headers = attributes == null ? null : attributes.getCOSArray(COSName.getPDFName("Headers"));
            List<String> ids = new ArrayList<>();
            for (int i = 0; headers != null && i < headers.size(); i++) {
                ids.add(((COSString) headers.getObject(i)).getString());
            }
            return ids;
        }

        String id() {
            return element.getString(COSName.ID, "");
        }
    }

    StructureOrder(PDDocument document) throws IOException {
        words = MarkedText.of(document);
        visit(document.getDocumentCatalog().getStructureTreeRoot().getCOSObject());
    }

    /** All elements, each before those below it. */
    List<Visited> elements() {
        return visited;
    }

    List<Visited> of(String... types) {
        return visited.stream()
                .filter(element -> List.of(types).contains(element.type()))
                .toList();
    }

    private String visit(COSDictionary element) {
        String type = element.getNameAsString(COSName.S, "");
        int place = visited.size();
        visited.add(new Visited(type, element, ""));
        StringBuilder said = new StringBuilder();
        COSDictionary page = element.getCOSDictionary(COSName.PG);
        for (COSBase kid : kids(element)) {
            if (kid instanceof COSInteger id) {
                said.append(words.get(page).getOrDefault(id.intValue(), ""));
            } else if (kid instanceof COSDictionary below && below.containsKey(COSName.S)) {
                said.append(visit(below));
            } else if (kid instanceof COSDictionary reference && reference.containsKey(COSName.MCID)) {
                COSDictionary on = reference.containsKey(COSName.PG) ? reference.getCOSDictionary(COSName.PG) : page;
                said.append(words.get(on).getOrDefault(reference.getInt(COSName.MCID), ""));
            }
        }
        visited.set(place, new Visited(type, element, said.toString()));
        return said.toString();
    }

    private static List<COSBase> kids(COSDictionary element) {
        List<COSBase> kids = new ArrayList<>();
        COSBase written = element.getDictionaryObject(COSName.K);
        if (written instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                kids.add(array.getObject(i));
            }
        } else if (written != null) {
            kids.add(written);
        }
        return kids;
    }
}
