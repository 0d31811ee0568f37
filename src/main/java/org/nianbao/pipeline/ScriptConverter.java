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
 * Writes documents in a script. Everything before is in Simplified Chinese, as forms and inputs are, so that no label
 * need be written twice.
 *
 * @param script that the documents are in
 * @param letters turns a text into that script; every character keeps its place
 */
public record ScriptConverter(Script script, UnaryOperator<String> letters) {
    /** Traditional in general, for the words are of the mainland and the shapes of no region (BCP 47, 4.1). */
    private static final String TRADITIONAL = "zh-Hant";

    /**
     * A hand that writes a script.
     *
     * @param kept words that the dictionary has no say in, and what each becomes
     * @param diagnostics gets what is wrong with the corrections of the dictionary; then there is no hand
     */
    public static Optional<ScriptConverter> of(
            Script script, Map<String, String> kept, Engine workshop, Diagnostics diagnostics) {
        Map<String, String> names = new LinkedHashMap<>(kept);
        kept.values().forEach(printed -> names.putIfAbsent(printed, printed)); // typed as it is printed
        return script == Script.HANS
                ? Optional.of(new ScriptConverter(script, UnaryOperator.identity()))
                : workshop.traditional(diagnostics)
                        .map(traditional -> new ScriptConverter(script, text -> traditional.of(text, names)));
    }

    /** The characters of a report that no font has, once they are written; or the font that cannot be used. */
    public List<Diagnostic> unprintable(Reading.Filled filled, Engine workshop) {
        FormatSet press = workshop.press(filled.edition().folder(), script);
        try {
            return MissingGlyphs.missing(
                    filled.report(), filled.places(), letters, press.typefaces().fonts()::cover);
        } catch (UnusableFont font) {
            return List.of(font.diagnostic());
        }
    }

    public Page write(Page page) {
        return script == Script.HANS ? page : page.in(TRADITIONAL, letters);
    }

    public Chart write(Chart chart) {
        return script == Script.HANS ? chart : chart.in(letters);
    }

    public DocumentInfo write(DocumentInfo stamp) {
        return new DocumentInfo(letters.apply(stamp.author()), stamp.date(), stamp.producer(), stamp.attachments());
    }
}
