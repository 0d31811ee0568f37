package org.nianbao;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.nianbao.command.Folders;
import org.nianbao.command.Main;
import org.nianbao.command.Terminal;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.input.Forms;

/** A folder to work in, and the program run there as a person would, without a new process. */
public final class Workplace {
    /** The checkout that is tested. */
    public static final Path CHECKOUT = Path.of("").toAbsolutePath();

    /** The forms of the checkout, read once for all tests of a process. */
    public static final Forms FORMS = Forms.in(CHECKOUT.resolve("templates"), new Diagnostics());

    /** Where the build put the program. */
    public static final Path HOME =
            Path.of(System.getProperty("nianbao.home", "target/nianbao")).toAbsolutePath();

    private final Path folder;
    private Locale locale = Locale.ENGLISH;
    private Set<Terminal.Stream> coloured = Set.of();

    public Workplace(Path folder) {
        this.folder = folder;
    }

    /** What a run said and returned. */
    public record Run(int status, String out, String err) {}

    public Path folder() {
        return folder;
    }

    public Path at(String name) {
        return folder.resolve(name);
    }

    /** The same place for somebody who speaks Chinese. */
    public Workplace inChinese() {
        Workplace place = new Workplace(folder);
        place.locale = Locale.SIMPLIFIED_CHINESE;
        return place;
    }

    /** The same place for somebody whose terminal shows colours. */
    public Workplace inColour() {
        Workplace place = new Workplace(folder);
        place.coloured = Set.of(Terminal.Stream.values());
        return place;
    }

    public Run nianbao(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), locale, coloured);
        int status = new Main(terminal, new Folders(folder, HOME)).run(arguments);
        return new Run(status, out.toString(), err.toString());
    }

    public Path write(String name, String text) {
        try {
            Files.createDirectories(at(name).getParent());
            return Files.writeString(at(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void delete(String name) {
        try {
            Files.delete(at(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String read(String name) {
        try {
            return Files.readString(at(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] bytes(String name) {
        try {
            return Files.readAllBytes(at(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies a folder of the checkout here; fonts are linked, for they are large and nobody changes them. */
    public void copyFromCheckout(String name) {
        copyFromCheckout(name, name);
    }

    /** The same under another name. */
    public void copyFromCheckout(String name, String copy) {
        Path from = CHECKOUT.resolve(name);
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path path : walk.sorted().toList()) {
                Path to = at(copy).resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(to);
                } else if (path.toString().endsWith(".ttf")) {
                    link(path, to);
                } else {
                    Files.copy(path, to);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void link(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
        } catch (UnsupportedOperationException | IOException otherFileSystem) {
            Files.copy(from, to);
        }
    }

    /** Replaces the first such words in a file; they must be there. */
    public void edit(String name, String words, String by) {
        String text = read(name);
        if (!text.contains(words)) {
            throw new IllegalArgumentException(name + " does not hold: " + words);
        }
        int at = text.indexOf(words);
        write(name, text.substring(0, at) + by + text.substring(at + words.length()));
    }
}
