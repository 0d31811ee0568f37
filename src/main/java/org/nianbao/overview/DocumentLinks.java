package org.nianbao.overview;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.nianbao.pipeline.FormatSet;
import org.nianbao.pipeline.Renderer;

/** The documents that were made of inputs, and how a page leads to them. Immutable; may be used by several threads. */
public final class DocumentLinks {
    private final Path folder;
    private final String way;
    private final Map<String, Long> names;

    private DocumentLinks(Path folder, String way, Map<String, Long> names) {
        this.folder = folder;
        this.way = way;
        this.names = names;
    }

    /**
     * Looks for documents.
     *
     * @param folder where they would be; it need not be there
     * @param page the file that shall lead to them
     * @param inputs that they were made of; those that share a name are led to no document, since it may be another's
     */
    public static DocumentLinks in(Path folder, Path page, Collection<Path> inputs) {
        Path from = Objects.requireNonNull(page.toAbsolutePath().normalize().getParent());
        Path to = folder.toAbsolutePath().normalize();
        return new DocumentLinks(
                to,
                from.getRoot().equals(to.getRoot()) ? encoded(from.relativize(to)) : to.toUri() + "/",
                inputs.stream().collect(Collectors.groupingBy(Renderer::baseName, Collectors.counting())));
    }

    /** The documents that are there, by format: the address of each. */
    Map<String, String> of(Path input) {
        Map<String, String> addresses = new LinkedHashMap<>();
        String name = Renderer.baseName(input);
        if (names.getOrDefault(name, 0L) == 1) {
            for (String format : FormatSet.names()) {
                Path document = folder.resolve(name + "." + format);
                if (Files.isRegularFile(document)) {
                    addresses.put(format, way + encoded(document.getFileName()).replaceFirst("/$", ""));
                }
            }
        }
        return addresses;
    }

    /** A path as a relative address that ends in a slash: nothing in a name is taken for a scheme, a query or a place. */
    private static String encoded(Path path) {
        return StreamSupport.stream(path.spliterator(), false)
                .map(Path::toString)
                .filter(name -> !name.isEmpty())
                .map(name -> URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20") + "/")
                .collect(Collectors.joining());
    }
}
