package org.nianbao.pipeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.nianbao.chart.Chart;
import org.nianbao.check.prose.MissingGlyphs;
import org.nianbao.chinese.Script;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.font.UnusableFont;
import org.nianbao.input.Reading;
import org.nianbao.output.DocumentInfo;
import org.nianbao.page.Page;

/**
 * Converts documents to a script. Forms, inputs and templates are in Simplified Chinese; so no label exists twice.
 *
 * @param script of the documents
 * @param conversion of a text; every character keeps its place
 */
public record ScriptConverter(Script script, UnaryOperator<String> conversion) {
    /** Traditional without a region: the words are of the mainland, the shapes of none (BCP 47, 4.1). */
    private static final String TRADITIONAL = "zh-Hant";

    /**
     * The converter to a script.
     *
     * @param kept words that are not looked up in the dictionary, each with its conversion
     * @param diagnostics gets the faults of the dictionary's corrections; then the result is empty
     */
    public static Optional<ScriptConverter> of(
            Script script, Map<String, String> kept, Engine engine, Diagnostics diagnostics) {
        Map<String, String> names = new LinkedHashMap<>(kept);
        kept.values().forEach(printed -> names.putIfAbsent(printed, printed)); // typed as printed
        return script == Script.HANS
                ? Optional.of(new ScriptConverter(script, UnaryOperator.identity()))
                : engine.traditional(diagnostics)
                        .map(traditional -> new ScriptConverter(script, text -> traditional.of(text, names)));
    }

    /** Diagnostics of characters that no font has after conversion, or of a font that cannot be used. */
    public List<Diagnostic> unprintable(Reading.Filled filled, Engine engine) {
        FormatSet formats = engine.formats(filled.edition().folder(), script);
        try {
            return MissingGlyphs.missing(
                    filled.texts(), conversion, formats.fontSet().fonts()::cover);
        } catch (UnusableFont font) {
            return List.of(font.diagnostic());
        }
    }

    public String convert(String text) {
        return conversion.apply(text);
    }

    public Page convert(Page page) {
        return script == Script.HANS ? page : page.in(TRADITIONAL, conversion);
    }

    public Chart convert(Chart chart) {
        return script == Script.HANS ? chart : chart.in(conversion);
    }

    public DocumentInfo convert(DocumentInfo info) {
        return new DocumentInfo(convert(info.author()), info.date(), info.producer(), info.attachments());
    }
}
