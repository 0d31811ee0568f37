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

/** The documents made of inputs, and their addresses on a page. Immutable. */
public final class DocumentLinks {
    private final Path folder;
    private final String address;
    private final Map<String, Long> names;

    private DocumentLinks(Path folder, String address, Map<String, Long> names) {
        this.folder = folder;
        this.address = address;
        this.names = names;
    }

    /**
     * Looks for documents.
     *
     * @param folder of the documents; it may be missing
     * @param page that links to them
     * @param inputs of the documents; those that share a name get no links
     */
    public static DocumentLinks in(Path folder, Path page, Collection<Path> inputs) {
        Path from = Objects.requireNonNull(page.toAbsolutePath().normalize().getParent());
        Path to = folder.toAbsolutePath().normalize();
        return new DocumentLinks(
                to,
                from.getRoot().equals(to.getRoot()) ? encoded(from.relativize(to)) : to.toUri() + "/",
                inputs.stream().collect(Collectors.groupingBy(Renderer::baseName, Collectors.counting())));
    }

    /** The addresses of the documents of an input that exist, by format. */
    Map<String, String> of(Path input) {
        Map<String, String> addresses = new LinkedHashMap<>();
        String name = Renderer.baseName(input);
        if (names.getOrDefault(name, 0L) == 1) {
            for (String format : FormatSet.names()) {
                Path document = folder.resolve(name + "." + format);
                if (Files.isRegularFile(document)) {
                    addresses.put(
                            format, address + encoded(document.getFileName()).replaceFirst("/$", ""));
                }
            }
        }
        return addresses;
    }

    /** A path as a relative URL that ends in a slash; what is special in a URL is escaped. */
    private static String encoded(Path path) {
        return StreamSupport.stream(path.spliterator(), false)
                .map(Path::toString)
                .filter(name -> !name.isEmpty())
                .map(name -> URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20") + "/")
                .collect(Collectors.joining());
    }
}
