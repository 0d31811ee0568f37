package org.nianbao.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.Workplace;
import org.nianbao.console.DiagnosticText;
import org.nianbao.console.TextStyle;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.SourceSpan;
import org.nianbao.form.Section;
import org.nianbao.input.Forms;
import org.nianbao.input.InputReader;
import org.nianbao.input.Reading;
import org.nianbao.input.TypographyReader;
import org.nianbao.markdown.Narrative;
import org.nianbao.page.Page;
import org.nianbao.picture.PictureShelf;
import org.nianbao.typography.ReadableColumns;

/**
 * Inputs that nobody thought of: real ones, cases and Markdown, cut, doubled and shuffled by the {@link Mutant} of each
 * seed. {@code -Dfuzz.runs=1000000 -Dfuzz.from=105000} does other seeds.
 */
@DisplayName("Whatever an input holds, it is read or refused, with a place and help")
class FuzzTest {
    private static final ReadableColumns READABLE = new ReadableColumns(
            TypographyReader.read(Workplace.CHECKOUT.resolve("templates/typography.yaml"), new Diagnostics())
                    .orElseThrow());

    private static final int RUNS = Integer.getInteger("fuzz.runs", 5_000);
    private static final int FROM = Integer.getInteger("fuzz.from", 0);

    /** Of the processor, for one input; it is no measure, it only ends what hangs. */
    private static final long HANGS = 20_000_000_000L;

    /** Quotes, links, pictures, tables and characters by number come out otherwise than they went in. */
    private static final List<String> OTHERWISE = List.of("{{", "](", "|", "&");

    /** What Markdown, quotes and numbering are written with; all else must come out as it went in. */
    private static final Pattern MARKS = Pattern.compile("[^\\p{IsHan}]");

    @Test
    void isReadOrRefused(@TempDir Path folder) throws IOException {
        read(RUNS, folder);
    }

    @Test
    @Tag("slow")
    void isReadOrRefusedInAHundredThousandRuns(@TempDir Path folder) throws IOException {
        read(100_000, folder);
    }

    private static void read(int runs, Path folder) throws IOException {
        Diagnostics none = new Diagnostics();
        Forms forms = Forms.in(Workplace.CHECKOUT.resolve("templates"), none);
        assertEquals(List.of(), none.list());
        List<byte[]> seeds = seeds();
        AtomicInteger sound = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        IntStream.range(FROM, FROM + runs).parallel().forEach(run -> {
            byte[] input = new Mutant(run, seeds).bytes();
            try {
                Path file = folder.resolve(Thread.currentThread().getId() + ".yaml");
                Files.write(file, input);
                (read(file, forms, folder) ? sound : refused).incrementAndGet();
            } catch (IOException | RuntimeException | AssertionError | StackOverflowError e) {
                throw new AssertionError(
                        "seed " + run + ": " + e + "\n" + new String(input, StandardCharsets.UTF_8), e);
            }
        });
        // both ways are gone, or the test would prove nothing
        assertTrue(sound.get() > runs / 5, sound + " sound");
        assertTrue(refused.get() > runs / 5, refused + " refused");
        try (Stream<Path> files = Files.list(folder)) {
            assertTrue(files.allMatch(file -> file.toString().endsWith(".yaml")), "nothing is written");
        }
    }

    /** Whether it was sound. */
    private static boolean read(Path file, Forms forms, Path folder) throws IOException {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Reading reading = InputReader.read(file, "a.yaml", forms);
        Diagnostics diagnostics = Diagnostics.of(reading.diagnostics());
        if (reading.filled().isPresent()) {
            Reading.Filled filled = reading.filled().get();
            PictureShelf shelf = new PictureShelf(
                    folder,
                    () -> {
                        throw new IllegalStateException("no mutant has a picture");
                    },
                    picture -> {});
            for (Section section : filled.report().form().sections()) {
                if (section instanceof Section.ProseSection prose) {
                    Narrative narrative =
                            Narrative.of(filled.report(), prose, filled.places(), shelf, READABLE, diagnostics);
                    if (diagnostics.isEmpty()) {
                        requireSame(filled.report().prose(prose.key()), narrative);
                    }
                }
            }
        }
        List<String> lines =
                Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList();
        diagnostics.list().forEach(diagnostic -> requirePlace(diagnostic, lines.size()));
        diagnostics.stream().limit(2).forEach(FuzzTest::requireWords); // to tell costs more than to find
        assertTrue(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start < HANGS, "it takes too long");
        return diagnostics.stream().noneMatch(Diagnostic::isError);
    }

    /** The page is sound, and says what was typed, in that order. */
    private static void requireSame(String typed, Narrative narrative) {
        String page = "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"zh\"><head><title/></head><body>"
                + narrative.xhtml() + "</body></html>";
        try {
            Page read = Page.read(page, Page.Styles.of("", ""), narrative.pictures());
            if (OTHERWISE.stream().noneMatch(typed::contains)) {
                assertEquals(
                        MARKS.matcher(typed).replaceAll(""),
                        MARKS.matcher(read.body().getTextContent()).replaceAll(""));
            }
        } catch (Page.MalformedPage malformed) {
            throw new AssertionError(malformed + "\n" + page);
        }
    }

    private static void requireWords(Diagnostic diagnostic) {
        assertTrue(!diagnostic.help().in(Locale.ENGLISH).isBlank(), diagnostic.id());
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            String told = DiagnosticText.of(diagnostic, locale, TextStyle.PLAIN);
            assertTrue(told.length() < 20_000, "too many words");
            assertTrue(told.chars().noneMatch(c -> c != '\n' && Character.isISOControl(c)), told);
        }
    }

    private static void requirePlace(Diagnostic diagnostic, int lines) {
        if (diagnostic.span().isPresent()) {
            SourceSpan place = diagnostic.span().get();
            int length = place.source().line(place.line()).length();
            assertTrue(place.line() >= 1 && place.line() <= lines + 1, place + " of " + lines);
            assertTrue(place.column() >= 1 && place.column() <= length + 1, place + " of " + length);
        }
    }

    /** Short inputs, so that many can be read: the first part of real ones, and all cases that are not large. */
    static List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        try (Stream<Path> inputs = Files.list(Workplace.CHECKOUT.resolve("inputs"));
                Stream<Path> cases = Files.walk(Workplace.CHECKOUT.resolve("src/test/resources/cases"))) {
            for (Path file : Stream.concat(inputs, cases)
                    .filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                byte[] bytes = Files.readAllBytes(file);
                if (bytes.length < 3_000) {
                    seeds.add(new String(bytes, StandardCharsets.ISO_8859_1)
                            .replaceAll("\n#~ [^\n]*", "")
                            .getBytes(StandardCharsets.ISO_8859_1));
                }
            }
        }
        return seeds;
    }
}
