package org.nianbao.foreign.ofd;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.nianbao.foreign.OpenPackage;
import org.nianbao.foreign.UnreadableDocument;
import org.nianbao.foreign.UnreadableDocument.Cause;

/**
 * The XML files of an OFD and what they refer to. Elements are found by their local names: programs choose other prefixes, or
 * none. Not thread-safe.
 */
final class OfdPackage {
    private final OpenPackage parts;

    /** The roots of the files that have been read. */
    private final Map<String, Optional<Element>> roots = new HashMap<>();

    OfdPackage(byte[] bytes) throws UnreadableDocument {
        parts = OpenPackage.of(bytes);
    }

    /** The document in it; of several, the first. */
    OfdFile document() throws UnreadableDocument {
        return file("/OFD.xml")
                .flatMap(ofd -> first(ofd.root(), "DocBody")
                        .flatMap(body -> first(body, "DocRoot"))
                        .flatMap(root -> ofd.file(root.text())))
                .orElseThrow(() -> new UnreadableDocument(Cause.DAMAGED, "no DocRoot"));
    }

    private Optional<OfdFile> file(String path) {
        return roots.computeIfAbsent(path, this::parse).map(root -> new OfdFile(this, path, root));
    }

    private Optional<Element> parse(String path) {
        return parts.part(path.substring(1))
                .map(part -> Jsoup.parse(new String(part, StandardCharsets.UTF_8), "", Parser.xmlParser()))
                .flatMap(xml -> Optional.ofNullable(xml.firstElementChild()));
    }

    /**
     * A file.
     *
     * @param path in the package, from its root on
     * @param root its outermost element
     */
    record OfdFile(OfdPackage inside, String path, Element root) {
        /** A file that this one refers to, by a path from its folder or from the root of the package (7.1). */
        Optional<OfdFile> file(String location) {
            return resolved("", location).flatMap(inside::file);
        }

        /** The bytes of a file in a folder that this one names; both as above. */
        Optional<byte[]> bytes(String folder, String location) {
            return resolved(folder, location).flatMap(found -> inside.parts.part(found.substring(1)));
        }

        private Optional<String> resolved(String folder, String location) {
            try {
                Path from = Path.of(path).resolveSibling("").resolve(plain(folder));
                return Optional.of(from.resolve(plain(location)).normalize().toString());
            } catch (InvalidPathException e) {
                return Optional.empty();
            }
        }

        private static String plain(String location) {
            return location.strip().replace('\\', '/');
        }
    }

    static String name(Element element) {
        return element.tagName().substring(element.tagName().indexOf(':') + 1);
    }

    static Stream<Element> children(Element parent, String name) {
        return parent.children().stream().filter(child -> name(child).equals(name));
    }

    static Optional<Element> first(Element parent, String name) {
        return children(parent, name).findFirst();
    }

    static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+", -1));
    }

    /** The numbers of an attribute or a text; 0 for any other word. */
    static List<Double> numbers(String text) {
        return words(text).stream().map(word -> number(word).orElse(0.0)).toList();
    }

    static Optional<Double> number(String word) {
        try {
            double number = Double.parseDouble(word);
            return Math.abs(number) < 1e6 ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
