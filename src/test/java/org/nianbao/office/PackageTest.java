package org.nianbao.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageProperties;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nianbao.office.Documents.Word;

@DisplayName("A Word document is a sound package (ECMA-376 Part 2) that says no more than it should")
class PackageTest {
    private static final String TYPES = "[Content_Types].xml";

    @ParameterizedTest
    @MethodSource("org.nianbao.office.Documents#all")
    void everyPartHasOneTypeAndEveryTypeAPart(Word document) {
        Document types = document.xml(TYPES);
        Set<String> parts = new TreeSet<>(document.parts().keySet());
        parts.remove(TYPES);
        List<String> overridden = types.select("Types > Override").eachAttr("PartName");
        assertEquals(overridden.size(), Set.copyOf(overridden).size());
        List<String> endings = types.select("Types > Default").eachAttr("Extension");
        assertEquals(endings.size(), Set.copyOf(endings).size());
        assertEquals(
                overridden.size() + endings.size(), types.select("Types > *").size());
        for (String name : overridden) {
            assertTrue(parts.remove(name.substring(1)), name + " is no part");
        }
        for (String name : parts) {
            assertTrue(endings.contains(name.substring(name.lastIndexOf('.') + 1)), name + " has no type");
        }
    }

    @ParameterizedTest
    @MethodSource("org.nianbao.office.Documents#all")
    void everyRelationshipLeadsToAPartAndEveryPartIsLedTo(Word document) {
        Set<String> parts = document.parts().keySet();
        Set<String> ledTo = new TreeSet<>(Set.of(TYPES));
        for (String name : parts.stream().filter(part -> part.endsWith(".rels")).toList()) {
            ledTo.add(name);
            URI source = URI.create("/" + name.replace("_rels/", "").replace(".rels", ""));
            for (Element relationship : relationships(document, name).select("[TargetMode!=External]")) {
                ledTo.add(source.resolve(relationship.attr("Target")).getPath().substring(1));
            }
        }
        assertEquals(new TreeSet<>(parts), ledTo);
    }

    @ParameterizedTest
    @MethodSource("org.nianbao.office.Documents#all")
    void whateverIsNamedIsThere(Word document) {
        List<String> ids =
                relationships(document, "word/_rels/document.xml.rels").eachAttr("Id");
        assertEquals(ids.size(), Set.copyOf(ids).size());
        assertNamed(document, "[r:id]", "r:id", ids);
        assertNamed(document, "[r:embed]", "r:embed", ids);
        Document styles = document.xml("word/styles.xml");
        assertNamed(
                document,
                "w|pStyle, w|rStyle, w|tblStyle",
                "w:val",
                styles.select("w|style").eachAttr("w:styleId"));
        Document lists = document.xml("word/numbering.xml");
        assertNamed(document, "w|numId", "w:val", lists.select("w|num").eachAttr("w:numId"));
    }

    private static void assertNamed(Word document, String elements, String attribute, List<String> there) {
        Set<String> named = new TreeSet<>(document.body().select(elements).eachAttr(attribute));
        there.forEach(named::remove);
        assertEquals(Set.of(), named);
    }

    @ParameterizedTest
    @MethodSource("org.nianbao.office.Documents#all")
    void nothingHasTheNumberOfSomethingElse(Word document) {
        for (String numbered : List.of("wp|docPr[id]", "w|bookmarkStart[w:id]")) {
            String attribute = numbered.replaceAll(".*\\[|]", "");
            List<String> numbers = document.body().select(numbered).eachAttr(attribute);
            assertEquals(numbers.size(), Set.copyOf(numbers).size());
        }
    }

    @ParameterizedTest
    @MethodSource("org.nianbao.office.Documents#all")
    void propertiesNameThePublisherAndTheDateAndNoPerson(Word document) throws OpenXML4JException, IOException {
        Set<String> told = document.xml("docProps/core.xml").select("cp|coreProperties > *").stream()
                .map(Element::tagName)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> known = Set.of(
                "cp:contentStatus", "dc:creator", "dc:language", "dc:title", "dcterms:created", "dcterms:modified");
        assertTrue(known.containsAll(told), told.toString());
        assertEquals(
                List.of("Application"),
                document.xml("docProps/app.xml").select("Properties > *").stream()
                        .map(Element::tagName)
                        .toList());
        try (OPCPackage opened = OPCPackage.open(new ByteArrayInputStream(document.docx()))) {
            PackageProperties properties = opened.getPackageProperties();
            assertEquals(
                    document.xml("docProps/core.xml").select("dc|title").text(),
                    properties.getTitleProperty().orElseThrow());
            assertEquals(
                    properties.getCreatedProperty().orElseThrow(),
                    properties.getModifiedProperty().orElseThrow());
            assertTrue(properties.getLastModifiedByProperty().isEmpty());
        }
    }

    @Test
    void propertiesAreThoseOfTheReport() throws OpenXML4JException, IOException {
        byte[] docx = Documents.named("everything").docx();
        try (OPCPackage opened = OPCPackage.open(new ByteArrayInputStream(docx))) {
            PackageProperties properties = opened.getPackageProperties();
            assertEquals("某县档案局2021年政府信息公开工作年度报告", properties.getTitleProperty().orElseThrow());
            assertEquals("某县档案局", properties.getCreatorProperty().orElseThrow());
            assertEquals(
                    Instant.parse("2022-01-20T00:00:00Z"),
                    properties.getCreatedProperty().orElseThrow().toInstant());
        }
    }

    @ParameterizedTest
    @MethodSource("org.nianbao.office.Documents#all")
    void nothingLeadsOutsideButTheLinksOfTheProse(Word document) {
        Set<String> linked = Jsoup.parse(document.html()).select("main a[href]").eachAttr("href").stream()
                .filter(address -> address.matches("(https?|mailto):.*"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> outside = new TreeSet<>();
        for (String name : document.parts().keySet()) {
            if (name.endsWith(".rels")) {
                for (Element relationship : relationships(document, name).select("[TargetMode=External]")) {
                    assertTrue(relationship.attr("Type").endsWith("/hyperlink"));
                    outside.add(relationship.attr("Target"));
                }
            }
        }
        assertEquals(linked, outside);
        assertEquals(document.name().matches(".*every(thing|-kind).*"), !outside.isEmpty());
    }

    @ParameterizedTest
    @MethodSource("org.nianbao.office.Documents#all")
    void noMacroNoObjectNoTraceOfEditingAndNothingLocked(Word document) {
        Set<String> types =
                new TreeSet<>(document.xml(TYPES).select("Types > *").eachAttr("ContentType"));
        types.removeIf(type -> type.matches("image/(png|jpeg|svg\\+xml)"
                + "|application/vnd\\.openxmlformats-package\\.(relationships|core-properties)\\+xml"
                + "|application/vnd\\.openxmlformats-officedocument\\.extended-properties\\+xml"
                + "|application/vnd\\.openxmlformats-officedocument\\.wordprocessingml"
                + "\\.(document\\.main|styles|settings|numbering|fontTable|footer|header)\\+xml"));
        assertEquals(Set.of(), types);
        for (String name : document.parts().keySet()) {
            if (name.startsWith("word/") && name.endsWith(".xml")) {
                for (Element element : document.xml(name).select("*")) {
                    assertTrue(
                            element.attributes().asList().stream()
                                    .noneMatch(attribute -> attribute.getKey().startsWith("w:rsid")),
                            name);
                }
                assertEquals(
                        List.of(),
                        document.xml(name)
                                .select("w|ins, w|del, w|moveFrom, w|moveTo, w|commentReference, w|object, w|control,"
                                        + " w|altChunk, w|attachedTemplate, w|docVars, w|documentProtection,"
                                        + " w|writeProtection, w|updateFields, w|rsids, w|mailMerge"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.nianbao.office.Documents#all")
    void theFileHoldsNothingBesideItsParts(Word document) throws IOException {
        Set<String> names = new HashSet<>();
        boolean first = true;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(document.docx()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertEquals(first, entry.getName().equals(TYPES), "the types come first");
                assertTrue(names.add(entry.getName()), "twice: " + entry.getName());
                assertTrue(!entry.isDirectory() && entry.getExtra() == null, entry.getName());
                first = false;
            }
        }
    }

    @Test
    void modesOfOlderVersionsAreOff() {
        Document settings = Documents.named("everything").xml("word/settings.xml");
        assertEquals(
                "15",
                settings.select("w|compatSetting[w:name=compatibilityMode]").attr("w:val"));
    }

    private static Elements relationships(Word document, String part) {
        return document.xml(part).select("Relationships > Relationship");
    }
}
