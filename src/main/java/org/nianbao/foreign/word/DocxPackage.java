package org.nianbao.foreign.word;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.nianbao.foreign.OpenPackage;
import org.nianbao.foreign.UnreadableDocument;

/** The parts of a DOCX, and what its main text refers to by relations (ECMA-376 Part 2, 6.5). */
final class DocxPackage {
    private static final String MAIN = "word/document.xml";

    private final OpenPackage parts;

    /** The names of parts by the IDs of the relations of the main text. */
    private final Map<String, String> targets = new HashMap<>();

    DocxPackage(byte[] bytes) throws UnreadableDocument {
        parts = OpenPackage.of(bytes);
        xml("word/_rels/document.xml.rels")
                .ifPresent(relations -> relations
                        .select("Relationship:not([TargetMode=External])")
                        .forEach(relation -> targets.put(relation.attr("Id"), name(relation.attr("Target")))));
    }

    /** From the folder of the main text, or from the root of the package. */
    private static String name(String target) {
        return target.startsWith("/") ? target.substring(1) : "word/" + target;
    }

    /** The body of the main text. */
    Element body() throws UnreadableDocument {
        Element main =
                xml(MAIN).orElseThrow(() -> new UnreadableDocument(UnreadableDocument.Cause.DAMAGED, "no " + MAIN));
        Element body = main.selectFirst("w|body");
        if (body == null) {
            throw new UnreadableDocument(UnreadableDocument.Cause.DAMAGED, "no w:body");
        }
        return body;
    }

    Optional<Element> xml(String name) {
        return parts.part(name)
                .map(part -> Jsoup.parse(new String(part, StandardCharsets.UTF_8), "", Parser.xmlParser()));
    }

    /** The bytes of the part that a relation of the main text leads to. */
    Optional<byte[]> related(String relation) {
        return Optional.ofNullable(targets.get(relation)).flatMap(parts::part);
    }
}
