package org.nianbao.invariant;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.nianbao.Workplace;

/**
 * The documents of an input.
 *
 * @param typed words of the input that must be printed
 * @param base of the documents' names
 */
public record RenderedReport(String name, List<String> typed, Workplace place, String base) {
    public static final List<String> FORMATS = List.of("html", "pdf", "docx", "ofd");

    boolean has(String format) {
        return Files.exists(path(format));
    }

    private Path path(String format) {
        return place.at(base + "." + format);
    }

    byte[] bytes(String format) {
        return place.bytes(base + "." + format);
    }

    Document html() {
        return Jsoup.parse(new String(bytes("html"), StandardCharsets.UTF_8));
    }
}
