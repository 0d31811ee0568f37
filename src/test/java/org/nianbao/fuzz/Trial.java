package org.nianbao.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.nianbao.Workplace;
import org.nianbao.console.DiagnosticText;
import org.nianbao.console.TextStyle;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.SourceSpan;
import org.nianbao.font.FontFile;
import org.nianbao.font.Subset;
import org.nianbao.font.UnusableFont;
import org.nianbao.input.UnitsReader;
import org.nianbao.markdown.Narrative;
import org.nianbao.page.Page;
import org.nianbao.pipeline.Engine;
import org.nianbao.pipeline.Inspection;
import org.nianbao.pipeline.LastYear;
import org.nianbao.pipeline.StateFile;

/**
 * Gives inputs to the reader of a target: each must be read or refused, with a place, help, and words in both languages.
 * {@link Coverage} loads this class a second time, so it is public.
 */
public final class Trial implements Function<byte[], String> {
    /** Quotes, links, pictures, tables and characters by number come out otherwise than they went in. */
    private static final List<String> OTHERWISE = List.of("{{", "](", "|", "&");

    /** What Markdown, quotes and numbering are written with; all else must come out as it went in. */
    private static final Pattern MARKS = Pattern.compile("[^\\p{IsHan}]");

    private static final int LONGEST_MESSAGE = 20_000;
    private static final String CHARACTERS = "一年A1。é";

    private final Target target;
    private final Workplace place;
    private final Surroundings surroundings;

    /** Of the forms of the checkout; opened for each input if the input is part of the templates. */
    private final Optional<Engine> engine;

    /** Makes a trial in an empty folder. */
    public Trial(String target, Path folder) {
        this.target = Target.valueOf(target);
        this.place = new Workplace(folder);
        this.surroundings = new Surroundings(this.target, place);
        Diagnostics none = new Diagnostics();
        this.engine = this.target.hasOwnForm()
                ? Optional.empty()
                : Optional.of(Engine.open(settings(Workplace.CHECKOUT.resolve("templates")), none));
        assertEquals(List.of(), none.list());
    }

    private static Engine.EngineSettings settings(Path templates) {
        return new Engine.EngineSettings(templates, List.of(), Optional.empty());
    }

    /** Reads an input and returns what kinds of diagnostics it gets. */
    @Override
    public String apply(byte[] input) {
        surroundings.put(input);
        Diagnostics diagnostics = new Diagnostics();
        switch (target) {
            case UNITS -> UnitsReader.read(place.at(target.file()), target.file(), diagnostics);
            case FONT -> font(diagnostics);
            case STATE -> StateFile.read(place.at("output"), "a");
            default -> report(diagnostics);
        }
        diagnostics.list().forEach(Trial::requirePlace);
        diagnostics.stream().limit(2).forEach(Trial::requireWords); // wording costs more than finding
        return diagnostics.stream().map(Diagnostic::id).distinct().sorted().collect(Collectors.joining(" "));
    }

    private void report(Diagnostics diagnostics) {
        Engine open = engine.orElseGet(() -> Engine.open(settings(place.at("templates")), diagnostics));
        if (diagnostics.isEmpty()) {
            Inspection.Inspected inspected =
                    new Inspection(open, LastYear.NONE).inspect(place.at(Surroundings.REPORT), Surroundings.REPORT);
            diagnostics.addAll(inspected.findings().diagnostics());
            if (diagnostics.isEmpty()) {
                inspected
                        .prose()
                        .forEach((section, narrative) -> requireSame(
                                inspected.read().orElseThrow().report().prose(section), narrative));
            }
        }
    }

    /** Measures and draws characters, as documents do. */
    private void font(Diagnostics diagnostics) {
        FontFile font = new FontFile("试", place.at(target.file()));
        try {
            BitSet drawn = new BitSet();
            CHARACTERS.codePoints().filter(font::has).forEach(character -> {
                assertTrue(Double.isFinite(font.advance(character)), "advance");
                Rectangle2D box = font.glyph(character).outline().getBounds2D();
                assertTrue(Double.isFinite(box.getWidth() + box.getHeight()), "outline");
                drawn.set(Subset.form(font.characters().glyph(character), false));
            });
            font.subset(drawn, 0, new BitSet());
        } catch (UnusableFont unusable) {
            diagnostics.add(unusable.diagnostic());
        } catch (IndexOutOfBoundsException damaged) {
            // documented; the documents are refused
        }
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
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            assertTrue(!diagnostic.help().in(locale).isBlank(), diagnostic.id() + " has no help");
            String message = DiagnosticText.of(diagnostic, locale, TextStyle.PLAIN);
            assertTrue(message.length() < LONGEST_MESSAGE, "too many words");
            assertTrue(message.chars().noneMatch(c -> c != '\n' && Character.isISOControl(c)), message);
        }
    }

    private static void requirePlace(Diagnostic diagnostic) {
        if (diagnostic.span().isPresent()) {
            SourceSpan span = diagnostic.span().get();
            int lines = (int) span.source()
                            .text()
                            .chars()
                            .filter(c -> c == '\n' || c == '\r')
                            .count()
                    + 1;
            int length = span.source().line(span.line()).length();
            assertTrue(span.line() >= 1 && span.line() <= lines + 1, span + " of " + lines);
            assertTrue(span.column() >= 1 && span.column() <= length + 1, span + " of " + length);
        }
    }
}
