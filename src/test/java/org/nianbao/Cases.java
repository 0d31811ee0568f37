package org.nianbao;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folders of the cases; {@link CasesTest} says what is in them. */
public final class Cases {
    static final Path FOLDER = Workplace.CHECKOUT.resolve("src/test/resources/cases");

    /** Bytes as characters, so that files in any encoding can be cases. */
    static final Charset BYTES = StandardCharsets.ISO_8859_1;

    static final String MARK = "\n#~ ";

    /** The files of a case; all others belong to its input. */
    private static final Set<String> OWN = Set.of("input.yaml", "said.en.txt");

    private static final Pattern EXPECTATION = Pattern.compile(MARK + "[^\\n]*");

    private Cases() {}

    /** The names of all cases, sorted. */
    public static List<String> names() {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder with the input of a case, without its expectations, and its other files. */
    public static Workplace placeOf(String name, Path folder) throws IOException {
        return placeWith(name, plain(annotated(name)), folder);
    }

    static Workplace placeWith(String name, String input, Path folder) throws IOException {
        Files.write(folder.resolve("input.yaml"), input.getBytes(BYTES));
        try (Stream<Path> files = Files.list(FOLDER.resolve(name))) {
            for (Path other : files.filter(
                            path -> !OWN.contains(path.getFileName().toString()))
                    .toList()) {
                Files.copy(other, folder.resolve(other.getFileName()));
            }
        }
        return new Workplace(folder);
    }

    static Path input(String name) {
        return FOLDER.resolve(name).resolve("input.yaml");
    }

    static String annotated(String name) throws IOException {
        return Files.readString(input(name), BYTES);
    }

    static String plain(String annotated) {
        return EXPECTATION.matcher(annotated).replaceAll("");
    }
}
