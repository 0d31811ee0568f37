package org.nianbao.font;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.typography.Typography;

/**
 * The font files of each typeface in a {@link Typography}: that of Latin letters and digits, then the real typeface if a
 * preferred folder has it, then the shipped file, then the shipped fallbacks. Immutable; parsed fonts are shared.
 */
public final class Fonts {
    /** The number of files of a typeface that most reports need: that of digits, and its own. */
    private static final int FIRST = 2;

    private final Map<String, List<FontFile>> chains;

    /** The files in all chains. */
    private final List<FontFile> shared;

    private Fonts(Map<String, List<FontFile>> chains) {
        this.chains = chains;
        this.shared = new ArrayList<>();
        chains.values().stream().findFirst().ifPresent(shared::addAll);
        chains.values().forEach(shared::retainAll);
    }

    /**
     * Finds the files.
     *
     * @param typography names the typefaces and their shipped files
     * @param shipped folder of the shipped files
     * @param preferred folders, searched recursively, that may have the real typefaces; the best first
     * @param diagnostics receives missing files and missing folders
     */
    public static Fonts of(Typography typography, Path shipped, List<Path> preferred, Diagnostics diagnostics) {
        Map<String, Path> real = families(preferred, diagnostics);
        Map<String, FontFile> opened = new HashMap<>();
        Map<String, List<FontFile>> chains = new LinkedHashMap<>();
        // by identity: Java links a record's hashCode slowly, and the typography has each font once
        IdentityHashMap<Typography.LatinFont, FontFile> latin = new IdentityHashMap<>();
        Stream.of(typography.latin(), typography.latinBold())
                .flatMap(Optional::stream)
                .filter(font -> isUsable(shipped, font.file(), diagnostics))
                .forEach(font -> latin.put(font, latin(font, shipped, real)));
        typography.fonts().forEach((name, font) -> {
            List<FontFile> chain = new ArrayList<>();
            typography.latinBeside(font).map(latin::get).ifPresent(chain::add);
            first(font.names(), real)
                    .map(family -> new FontFile(family, path(family, real)))
                    .ifPresent(chain::add);
            Stream.concat(Stream.of(font.file()), font.fallbacks().stream())
                    .filter(file -> opened.containsKey(file) || isUsable(shipped, file, diagnostics))
                    .map(file -> opened.computeIfAbsent(file, unused -> shipped(file, shipped, typography)))
                    .forEach(chain::add);
            chains.put(name, List.copyOf(chain));
        });
        return new Fonts(chains);
    }

    private static FontFile latin(Typography.LatinFont font, Path shipped, Map<String, Path> real) {
        Path file = first(font.names(), real).map(family -> path(family, real)).orElse(shipped.resolve(font.file()));
        return new FontFile(Typography.Font.familyOf(font.file()), file, font.characters()::contains);
    }

    private static FontFile shipped(String file, Path folder, Typography typography) {
        String misdrawn = typography.misdrawn().getOrDefault(file, "");
        return new FontFile(
                Typography.Font.familyOf(file), folder.resolve(file), codePoint -> misdrawn.indexOf(codePoint) < 0);
    }

    private static Optional<String> first(List<String> names, Map<String, Path> real) {
        return names.stream()
                .filter(family -> real.containsKey(family.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private static Path path(String family, Map<String, Path> real) {
        return Objects.requireNonNull(real.get(family.toLowerCase(Locale.ROOT)));
    }

    /**
     * The files of a typeface, in the order in which they are searched for a character.
     *
     * @param font a key of {@link Typography#fonts()}
     */
    public List<FontFile> chain(String font) {
        return Optional.ofNullable(chains.get(font)).orElseThrow(() -> new IllegalArgumentException("no font " + font));
    }

    /** Parses the first files of every typeface that a typography uses, beginning with the shared fallback. */
    public void open(Typography typography) {
        shared.stream().limit(1).forEach(FontFile::metrics);
        typography
                .fontsInUse()
                .forEach(font -> chain(font).stream().limit(FIRST).forEach(FontFile::metrics));
    }

    /**
     * Whether every typeface can print a character. The shared fallbacks are searched first, so that most reports need no
     * other file.
     */
    public boolean cover(int codePoint) {
        return shared.stream().anyMatch(file -> file.has(codePoint))
                || chains.values().stream().allMatch(chain -> chain.stream().anyMatch(file -> file.has(codePoint)));
    }

    private static boolean isUsable(Path shipped, String name, Diagnostics diagnostics) {
        Path file = shipped.resolve(name);
        try {
            if (!file.toRealPath().startsWith(shipped.toRealPath())) {
                diagnostics.add(
                        UnusableFont.of(file, Message.verbatim(file.toRealPath().toString())));
                return false;
            }
            if (FontFile.isTrueType(file)) {
                return true;
            }
            diagnostics.add(UnusableFont.of(file, Message.verbatim("CFF / TTC / WOFF")));
        } catch (IOException e) {
            diagnostics.add(Diagnostic.error("font-missing", file));
        }
        return false;
    }

    /** TrueType files by lower-case family name; the regular face of a family is preferred. */
    private static Map<String, Path> families(List<Path> folders, Diagnostics diagnostics) {
        Map<String, Path> regular = new LinkedHashMap<>();
        Map<String, Path> others = new LinkedHashMap<>();
        for (Path folder : folders) {
            try (Stream<Path> walk = Files.walk(folder, 8, FileVisitOption.FOLLOW_LINKS)) {
                for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                    String ending = file.toString().toLowerCase(Locale.ROOT);
                    if (ending.endsWith(".ttf") && FontFile.isTrueType(file)) {
                        FontFile.nameIn(file)
                                .ifPresent(name -> (name.regular() ? regular : others)
                                        .putIfAbsent(name.family().toLowerCase(Locale.ROOT), file));
                    }
                }
            } catch (IOException | UncheckedIOException e) { // the latter for a link to a parent folder
                diagnostics.add(Diagnostic.error("unreadable", folder));
            }
        }
        others.forEach(regular::putIfAbsent);
        return regular;
    }
}
