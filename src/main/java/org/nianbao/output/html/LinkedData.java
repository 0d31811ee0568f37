package org.nianbao.output.html;

import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nianbao.page.Elements;
import org.nianbao.page.Page;
import org.w3c.dom.Element;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

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
    private final JsonGenerator json;

    private LinkedData(Page page, JsonGenerator json) {
        this.page = page;
        this.metadata = page.metadata();
        this.json = json;
    }

    /** The data as JSON for a {@code script} element; empty if the page does not name its publisher. */
    static Optional<String> of(Page page) {
        if (!page.metadata().containsKey("dcterms.publisher")) {
            return Optional.empty();
        }
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
            new LinkedData(page, json).report();
        }
        return Optional.of(out.toString().replace("<", "\\u003c")); // so that no </script> ends the element
    }

    private void report() {
        json.writeStartObject();
        json.writeStringProperty("@context", "https://schema.org");
        work("Report", page.title());
        json.writeStringProperty("headline", page.title());
        if (page.draftMark().isPresent()) {
            json.writeStringProperty("creativeWorkStatus", "Draft");
        }
        json.writeArrayPropertyStart("hasPart");
        for (Element table : Elements.named(page.body(), "table")) {
            if (Elements.hasClass(table, "form")) {
                Elements.named(table, "caption").forEach(this::dataset);
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void dataset(Element caption) {
        json.writeStartObject();
        work("Dataset", caption.getTextContent().strip());
        json.writeStringProperty(
                "description", page.title() + " " + caption.getTextContent().strip());
        String file = metadata.get("dcterms.hasFormat");
        if (file != null) {
            json.writeObjectPropertyStart("distribution");
            json.writeStringProperty("@type", "DataDownload");
            json.writeStringProperty("encodingFormat", "text/csv");
            json.writeStringProperty(
                    "contentUrl",
                    URLEncoder.encode(file, StandardCharsets.UTF_8).replace("+", "%20"));
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void work(String type, String name) {
        json.writeStringProperty("@type", type);
        json.writeStringProperty("name", name);
        json.writeStringProperty("inLanguage", page.language());
        json.writeObjectPropertyStart("publisher");
        json.writeStringProperty("@type", "GovernmentOrganization");
        json.writeStringProperty("name", metadata.get("dcterms.publisher"));
        json.writeEndObject();
        for (Map.Entry<String, String> term : TERMS) {
            String value = metadata.get(term.getKey());
            if (value != null) {
                json.writeStringProperty(term.getValue(), value);
            }
        }
    }
}
