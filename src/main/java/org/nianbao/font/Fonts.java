package org.nianbao.font;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.typography.Typography;

/**
 * The font files behind each typeface of a {@link Typography}: first the real one, where the user prefers a folder that
 * has it, then the shipped one, then the shipped fallbacks. Immutable; the parsed fonts are shared.
 */
public final class Fonts {
    private final Map<String, List<FontFile>> chains;

    private final List<FontFile> shared;

    /** Those of which there is a small one. */
    private final Set<FontFile> large;

    /** By code point; a county's reports use some three thousand. */
    private final Map<Integer, Boolean> covered = new ConcurrentHashMap<>();

    private Fonts(Map<String, List<FontFile>> chains, Set<FontFile> large) {
        this.large = Set.copyOf(large);
        this.chains = new LinkedHashMap<>(chains);
        this.shared = new ArrayList<>();
        chains.values().stream().findFirst().ifPresent(shared::addAll);
        chains.values().forEach(shared::retainAll);
    }

    /**
     * Finds the files.
     *
     * @param typography says which files are wanted
     * @param shipped the folder with the files it names
     * @param preferred folders that may have the real typefaces, the best first; searched with all below them
     * @param prepared a folder with what {@link #small} gave, if there is one
     * @param diagnostics gets each shipped file that is missing, and each preferred folder that is
     */
    public static Fonts of(
            Typography typography,
            Path shipped,
            List<Path> preferred,
            Optional<Path> prepared,
            Diagnostics diagnostics) {
        Map<String, Path> real = families(preferred, diagnostics);
        Map<String, List<FontFile>> opened = new LinkedHashMap<>();
        Map<String, List<FontFile>> chains = new LinkedHashMap<>();
        Set<FontFile> large = new LinkedHashSet<>();
        typography.fonts().forEach((name, font) -> {
            List<FontFile> chain = new ArrayList<>();
            font.names().stream()
                    .flatMap(family -> Optional.ofNullable(real.get(family.toLowerCase(Locale.ROOT)))
                            .map(path -> new FontFile(family, path))
                            .stream())
                    .findFirst()
                    .ifPresent(chain::add);
            List<String> files = new ArrayList<>(List.of(font.file()));
            files.addAll(font.fallbacks());
            for (String file : files) {
                if (!opened.containsKey(file) && usable(shipped, file, diagnostics)) {
                    FontFile whole = new FontFile(Typography.Font.familyOf(file), shipped.resolve(file));
                    opened.put(file, whole.isLarge() ? List.of(whole.common(prepared), whole) : List.of(whole));
                    large.addAll(whole.isLarge() ? List.of(whole) : List.of());
                }
                chain.addAll(opened.getOrDefault(file, List.of()));
            }
            chains.put(name, List.copyOf(chain));
        });
        return new Fonts(chains, large);
    }

    /** The small fonts that {@link #of} otherwise makes when they are needed, by the names under which it looks for them. */
    public Map<String, byte[]> small() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (FontFile font : large) {
            font.cut(files);
        }
        return files;
    }

    /**
     * The files behind a typeface, in the order in which a character is looked for.
     *
     * @param font a key of {@link Typography#fonts()}
     */
    public List<FontFile> chain(String font) {
        return Optional.ofNullable(chains.get(font)).orElseThrow(() -> new IllegalArgumentException(font));
    }

    /**
     * Opens the first file of every typeface that a typography is set in, the shared fallback before all, so that who
     * needs them needn't wait.
     */
    public void open(Typography typography) {
        shared.stream().limit(1).forEach(FontFile::measures);
        typography.fontsInUse().forEach(font -> chain(font).get(0).measures());
    }

    /**
     * Whether a character can be printed in every typeface. It is looked for first in the files that all of them fall
     * back to, so that for most reports no other file need be opened.
     */
    public boolean cover(int codePoint) {
        return covered.computeIfAbsent(codePoint, this::isCovered);
    }

    private boolean isCovered(int codePoint) {
        return shared.stream().anyMatch(file -> file.has(codePoint))
                || chains.values().stream().allMatch(chain -> chain.stream().anyMatch(file -> file.has(codePoint)));
    }

    private static boolean usable(Path shipped, String name, Diagnostics diagnostics) {
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
            diagnostics.add(Diagnostic.error(
                    "font-missing", Message.of("font-missing", file), Message.of("font-missing.help")));
        }
        return false;
    }

    /** The usable files of the preferred folders by the lower-case name of their family, its regular face first. */
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
            } catch (IOException | UncheckedIOException e) { // the latter for a folder in itself, by a link
                diagnostics.add(Diagnostic.error(
                        "unreadable", Message.of("unreadable", folder), Message.of("unreadable.help")));
            }
        }
        others.forEach(regular::putIfAbsent);
        return regular;
    }
}
