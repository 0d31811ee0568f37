package org.nianbao.output.html;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nianbao.json.JsonWriter;
import org.nianbao.page.Elements;
import org.nianbao.page.Page;
import org.w3c.dom.Element;

/**
 * Describes a page for search engines with schema.org (JSON-LD 1.1): a {@code Report} whose tables are {@code Dataset}s. The
 * data are the page's {@code dcterms} metadata (DCMI Metadata Terms) and the captions of its tables.
 */
final class LinkedData {
    /** The properties shared by a report and its tables, by their Dublin Core names. */
    private static final List<Map.Entry<String, String>> TERMS = List.of(
            Map.entry("dcterms.issued", "datePublished"),
            Map.entry("dcterms.temporal", "temporalCoverage"),
            Map.entry("dcterms.license", "license"),
            Map.entry("dcterms.rights", "copyrightNotice"));

    private final Page page;
    private final Map<String, String> metadata;
    private final JsonWriter json;

    private LinkedData(Page page, JsonWriter json) {
        this.page = page;
        this.metadata = page.metadata();
        this.json = json;
    }

    /** The data as JSON for a {@code script} element; empty if the page does not name its publisher. */
    static Optional<String> of(Page page) {
        return page.metadata().containsKey("dcterms.publisher")
                ? Optional.of(JsonWriter.object(json -> new LinkedData(page, json).report())
                        .replace("<", "\\u003c")) // so that no </script> ends the element
                : Optional.empty();
    }

    private void report() {
        json.text("@context", "https://schema.org");
        work("Report", page.title());
        json.text("headline", page.title());
        if (page.draftMark().isPresent()) {
            json.text("creativeWorkStatus", "Draft");
        }
        List<Element> captions = Elements.named(page.body(), "table").stream()
                .filter(table -> Elements.hasClass(table, "form"))
                .flatMap(table -> Elements.named(table, "caption").stream())
                .toList();
        json.objects("hasPart", captions, this::dataset);
    }

    private void dataset(Element caption) {
        String name = caption.getTextContent().strip();
        work("Dataset", name);
        json.text("description", page.title() + " " + name);
        String file = metadata.get("dcterms.hasFormat");
        if (file != null) {
            json.object("distribution", () -> {
                json.text("@type", "DataDownload");
                json.text("encodingFormat", "text/csv");
                json.text(
                        "contentUrl",
                        URLEncoder.encode(file, StandardCharsets.UTF_8).replace("+", "%20"));
            });
        }
    }

    private void work(String type, String name) {
        json.text("@type", type);
        json.text("name", name);
        json.text("inLanguage", page.language());
        json.object("publisher", () -> {
            json.text("@type", "GovernmentOrganization");
            json.text("name", Optional.ofNullable(metadata.get("dcterms.publisher")));
        });
        TERMS.forEach(term -> json.text(term.getValue(), Optional.ofNullable(metadata.get(term.getKey()))));
    }
}
