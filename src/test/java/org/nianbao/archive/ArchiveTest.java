package org.nianbao.archive;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nianbao.EveryKind;
import org.nianbao.Workplace;

@DisplayName("Every PDF is for archives (PDF/A-2a) and for all readers (PDF/UA-1)")
class ArchiveTest {
    private static final String FORM = "templates/information-disclosure/2021/form.yaml";

    private static final Path CASES = Workplace.CHECKOUT.resolve("src/test/resources/cases");

    @TempDir
    static Path folder;

    private static Workplace place;

    /** Every kind of document once, and each of the reports that a checkout has. */
    @BeforeAll
    static void render() throws IOException {
        place = new Workplace(folder);
        place.copyFromCheckout("inputs");
        place.copyFromCheckout("templates");
        copy("src/test/resources/org/nianbao/archive", "kinds");
        copy("src/test/resources/org/nianbao/published/2019", "2019");
        Files.copy(
                Workplace.CHECKOUT.resolve("src/test/resources/cases/website/input.yaml"),
                place.at("kinds/website.yaml"));
        run("render", "inputs", "--output", "output", "--format", "html,pdf");
        EveryKind.write(place, "kinds");
        run("render", "kinds", "--output", "output", "--format", "html,pdf");
        run("render", "2019", "--output", "output", "--format", "html,pdf");
        run("render", "kinds/everything.yaml", "--draft", "--output", "draft", "--format", "html,pdf");
        run("compare", "2019/county-2019.yaml", "2019/local-rows-2020.yaml", "--output", "output/compared.html");
        run("compare", "2019/county-2019.yaml", "2019/local-rows-2020.yaml", "--output", "output/compared.pdf");
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= 60; i++) {
            rows.append("                增加%d: %d.增加的情形\n".formatted(i, i + 8));
        }
        place.edit(FORM, "            无法提供:\n", rows + "            无法提供:\n");
        run(
                "render",
                "inputs/houma-2021.yaml",
                "--templates",
                "templates",
                "--output",
                "broken",
                "--format",
                "html,pdf");
        place.edit(FORM, "small: true", "small: true\n      landscape: true");
        run(
                "render",
                "kinds/everything.yaml",
                "kinds/every-kind.yaml",
                "--templates",
                "templates",
                "--draft",
                "--output",
                "landscape",
                "--format",
                "html,pdf");
    }

    static List<String> documents() throws IOException {
        List<String> names = new ArrayList<>();
        for (String where : List.of("output", "draft", "broken", "landscape")) {
            names.addAll(pdfs(where));
        }
        assertTrue(names.size() >= 15, names.toString());
        return names.stream().sorted().toList();
    }

    @Test
    @Tag("slow")
    @DisplayName("no rule fails in veraPDF for any of the cases that is rendered")
    void casesPassTheValidator() throws Exception {
        List<String> failures = new ArrayList<>();
        int rendered = 0;
        List<String> names = cases();
        for (String name : names) {
            place.nianbao("render", CASES.resolve(name).toString(), "--output", "cases/" + name, "--format", "pdf");
            if (!Files.exists(place.at("cases/" + name))) {
                continue;
            }
            for (String document : pdfs("cases/" + name)) {
                rendered++;
                byte[] pdf = place.bytes(document + ".pdf");
                Validator.failures(pdf).forEach(failure -> failures.add(name + ": " + failure));
            }
        }
        assertEquals(List.of(), failures);
        assertTrue(rendered > names.size() / 5, rendered + " rendered");
    }

    private static List<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static List<String> pdfs(String where) throws IOException {
        try (Stream<Path> files = Files.list(place.at(where))) {
            return files.map(file -> where + "/" + file.getFileName())
                    .filter(file -> file.endsWith(".pdf"))
                    .map(file -> file.substring(0, file.length() - ".pdf".length()))
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    @DisplayName("no rule of PDF/A-2a or PDF/UA-1 fails in veraPDF")
    void passesTheValidator(String name) throws Exception {
        byte[] pdf = place.bytes(name + ".pdf");
        assertEquals(List.of(), Validator.failures(pdf));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    @DisplayName("read in the order of its structure it says what the page says, each word once")
    void isReadInOrder(String name) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(place.bytes(name + ".pdf"))) {
            StructureOrder order = new StructureOrder(pdf);
            String said = bare(order.elements().get(0).words());
            for (StructureOrder.Visited label : order.of("TH")) {
                if (isContinued(label)) {
                    said = said.replace(bare(label.words()), "");
                }
            }
            assertEquals(bare(page(name)), withoutMarkers(pdf, said));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    @DisplayName("every cell names the headers that the HTML names, and they are found by their names")
    void cellsNameTheirHeaders(String name) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(place.bytes(name + ".pdf"))) {
            StructureOrder order = new StructureOrder(pdf);
            List<String> expected = new ArrayList<>();
            for (Element cell : html(name).select("table:not(.unseen) th, table:not(.unseen) td")) {
                expected.add(String.join(
                        " ",
                        cell.normalName(),
                        cell.normalName().equals("th") ? cell.id() : "",
                        cell.attr("headers"),
                        span(cell.attr("rowspan")),
                        span(cell.attr("colspan")),
                        scope(cell)));
            }
            List<String> written = new ArrayList<>();
            Map<String, COSDictionary> ids = new TreeMap<>();
            for (StructureOrder.Visited cell : order.of("TH", "TD")) {
                if (isContinued(cell)) {
                    continue;
                }
                written.add(String.join(
                        " ",
                        cell.type().toLowerCase(java.util.Locale.ROOT),
                        cell.id(),
                        String.join(" ", cell.headers()),
                        span(cell.attribute("RowSpan")),
                        span(cell.attribute("ColSpan")),
                        cell.attribute("Scope")));
                if (!cell.id().isEmpty()) {
                    ids.put(cell.id(), cell.element());
                }
            }
            boolean isBroken = order.of("TH").stream().anyMatch(ArchiveTest::isContinued);
            // a label that spans a page break spans fewer rows on its first page
            UnaryOperator<String> rows = cell -> isBroken ? cell.replaceFirst("^(th \\S+ .*?) \\d+ ", "$1 * ") : cell;
            assertEquals(
                    expected.stream().map(rows).toList(),
                    written.stream().map(rows).toList());
            COSDictionary tree = pdf.getDocumentCatalog()
                    .getStructureTreeRoot()
                    .getCOSObject()
                    .getCOSDictionary(COSName.ID_TREE);
            assertEquals(ids.isEmpty(), tree == null);
            Map<String, COSDictionary> found = new TreeMap<>();
            COSArray names = tree == null ? new COSArray() : tree.getCOSArray(COSName.NAMES);
            for (int i = 0; i < names.size(); i += 2) {
                found.put(((COSString) names.getObject(i)).getString(), (COSDictionary) names.getObject(i + 1));
            }
            assertEquals(ids.keySet(), found.keySet());
            ids.forEach((id, element) -> assertTrue(found.get(id) == element, id));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    @DisplayName("headings go down level by level, and are those of the page")
    void headingsInOrder(String name) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(place.bytes(name + ".pdf"))) {
            List<String> headings = new ArrayList<>();
            int level = 0;
            for (StructureOrder.Visited heading : new StructureOrder(pdf).of("H1", "H2", "H3", "H4", "H5", "H6")) {
                int below = heading.type().charAt(1) - '0';
                assertTrue(below <= level + 1, heading.words() + " is " + heading.type() + " below level " + level);
                level = below;
                headings.add(bare(heading.words()));
            }
            assertEquals(
                    html(name).select("h1, h2, h3, h4, h5, b[class^=level]").stream()
                            .map(heading -> bare(heading.wholeText()))
                            .toList(),
                    headings);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    @DisplayName("pictures say what they show, links where they lead")
    void picturesAndLinks(String name) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(place.bytes(name + ".pdf"))) {
            StructureOrder order = new StructureOrder(pdf);
            List<String> told = order.of("Figure").stream()
                    .map(figure -> figure.element().getString(COSName.ALT))
                    .toList();
            List<Element> pictures = html(name).select("img");
            assertEquals(pictures.size(), told.size());
            for (int i = 0; i < told.size(); i++) {
                Element picture = pictures.get(i);
                String chart =
                        picture.closest("figure").select("table.unseen caption").text();
                assertTrue(
                        chart.isEmpty()
                                ? told.get(i).equals(picture.attr("alt"))
                                : told.get(i).startsWith(chart.replaceFirst("（.*", "：")),
                        told.get(i));
            }
            assertEquals(
                    html(name).select("figcaption").eachText(),
                    order.of("Caption").stream()
                            .map(StructureOrder.Visited::words)
                            .toList());
            assertEquals(
                    html(name).select("a").eachText(),
                    order.of("Link").stream()
                            .map(link -> link.element().getString(COSName.ALT))
                            .toList());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    @DisplayName("it tells its language and title, and no person")
    void tellsOfItself(String name) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(place.bytes(name + ".pdf"))) {
            Document html = html(name);
            String metadata = new String(pdf.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
            assertAll(
                    () -> assertEquals(
                            html.root().child(0).attr("lang"),
                            pdf.getDocumentCatalog().getLanguage()),
                    () -> assertEquals(
                            html.title(), pdf.getDocumentInformation().getTitle()),
                    () -> assertTrue(
                            pdf.getDocumentCatalog().getViewerPreferences().displayDocTitle()),
                    () -> assertEquals(
                            html.select("meta[name=author]").attr("content"),
                            pdf.getDocumentInformation().getAuthor()),
                    () -> assertTrue(metadata.contains(html.title()), metadata),
                    () -> assertFalse(metadata.contains(System.getProperty("user.name")), metadata),
                    () -> assertEquals(
                            Set.of("Title", "Author", "Subject", "Producer", "CreationDate", "ModDate"),
                            pdf.getDocumentInformation().getMetadataKeys()));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    @DisplayName("copied text is what was typed, from embedded subsets of fonts")
    void textComesOutAsItWentIn(String name) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(place.bytes(name + ".pdf"))) {
            Set<Integer> typed = new TreeSet<>();
            html(name).wholeText().codePoints().forEach(typed::add);
            "—0123456789•◦▪.#".codePoints().forEach(typed::add);
            String copied = new PDFTextStripper().getText(pdf);
            copied.codePoints()
                    .filter(character -> !isBlank(character))
                    .forEach(character ->
                            assertTrue(typed.contains(character), "U+%04X".formatted(character) + " was never typed"));
            for (PDPage page : pdf.getPages()) {
                for (COSName font : page.getResources().getFontNames()) {
                    assertSubset(page.getResources().getFont(font));
                }
            }
        }
    }

    private static void assertSubset(PDFont font) {
        assertTrue(font.isEmbedded(), font.getName());
        assertTrue(font.getName().matches("[A-Z]{6}\\+.*"), font.getName());
        assertFalse(font instanceof PDType3Font, font.getName());
    }

    private static String bare(String words) {
        return words.codePoints()
                .filter(character -> !isBlank(character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isBlank(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    /** What the markers of lists say is told by no element of the page. */
    private static String withoutMarkers(PDDocument pdf, String said) throws IOException {
        String rest = said;
        StringBuilder kept = new StringBuilder();
        for (StructureOrder.Visited item : new StructureOrder(pdf).of("LI")) {
            String words = bare(item.words());
            String marker = words.replaceAll("^([0-9]+\\.|[•◦▪]?).*", "$1");
            int at = rest.indexOf(words);
            if (at >= 0 && !marker.isEmpty()) {
                kept.append(rest, 0, at);
                rest = rest.substring(at + marker.length());
            }
        }
        return kept + rest;
    }

    private static String page(String name) {
        Document html = html(name);
        html.select("caption, table.unseen, p.draft").remove();
        return html.select("main").get(0).wholeText();
    }

    private static Document html(String name) {
        return Jsoup.parse(new String(place.bytes(name + ".html"), StandardCharsets.UTF_8));
    }

    /** Whether a label is repeated on a further page of its table; HTML has it once. */
    private static boolean isContinued(StructureOrder.Visited label) {
        return label.words().strip().matches("(?s).*(（[续續]）|\\([续續]\\))");
    }

    private static String span(String written) {
        return written.isEmpty() ? "1" : written;
    }

    private static String scope(Element cell) {
        return switch (cell.attr("scope")) {
            case "row", "rowgroup" -> "Row";
            case "col", "colgroup" -> "Column";
            default -> cell.normalName().equals("th") ? "Both" : "";
        };
    }

    private static void run(String... arguments) {
        Workplace.Run run = place.nianbao(arguments);
        assertEquals(0, run.status(), run.err());
    }

    private static void copy(String from, String to) throws IOException {
        Files.createDirectories(place.at(to));
        try (Stream<Path> files = Files.list(Workplace.CHECKOUT.resolve(from))) {
            files.forEach(file -> {
                try {
                    Files.copy(file, place.at(to).resolve(file.getFileName()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
