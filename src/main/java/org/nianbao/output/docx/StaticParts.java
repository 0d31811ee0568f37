package org.nianbao.output.docx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nianbao.output.XmlWriter;
import org.nianbao.page.LineEdges;
import org.nianbao.typography.Typography;
import org.nianbao.typography.Typography.TextRole;

/** Fills the templates of the parts that depend on the typography: styles, settings, font table, footers and lists. */
final class StaticParts {
    /** Character set of GB 2312 (ECMA-376 Part 1, 17.8.3.2), by which Word chooses a substitute for a missing font. */
    private static final String GB2312 = "86";

    /** Further marks of Word's own, which those of a document replace: half of a dash, ASCII, units. */
    private static final String NEVER_FIRST_IN_WORD = "—…‰°℃′″〞〗＂＇．｜!%),.:;>?]}";

    private static final String NEVER_LAST_IN_WORD = "〝〖＄￡￥$([{£¥";

    private final Typography typography;
    private final Measures measures;

    StaticParts(Typography typography) {
        this.typography = typography;
        this.measures = new Measures(typography);
    }

    /**
     * Adds the parts that all documents in a language share: all but the lists.
     *
     * @param language values for {@code language.chinese} and {@code language.latin}
     */
    void addTo(PackageParts parts, Map<String, String> language) {
        parts.put("word/styles.xml", XmlTemplate.fill("styles.xml", styles(language)));
        parts.put("word/settings.xml", XmlTemplate.fill("settings.xml", settings(language)));
        parts.put("word/fontTable.xml", XmlTemplate.fill("fontTable.xml", Map.of("fonts", fonts())));
        // page numbers are at the outer edge (GB/T 9704-2012, 7.5)
        parts.put("word/footer1.xml", XmlTemplate.fill("footer.xml", Map.of("place", footer("right"))));
        parts.put("word/footer2.xml", XmlTemplate.fill("footer.xml", Map.of("place", footer("left"))));
    }

    /**
     * Adds the part of the lists.
     *
     * @param lists the {@code w:num} elements of numbered lists
     */
    void addLists(PackageParts parts, XmlWriter lists) {
        Map<String, XmlWriter> values =
                Map.of("bullets", levels("bullet"), "numbers", levels("decimal"), "lists", lists);
        parts.put("word/numbering.xml", XmlTemplate.fill("numbering.xml", values));
    }

    private Map<String, Object> settings(Map<String, String> language) {
        Map<String, Object> values = new HashMap<>(language);
        values.put("tab", measures.bodyCharacters(2));
        values.put("never-first", LineEdges.NEVER_FIRST + NEVER_FIRST_IN_WORD);
        values.put("never-last", LineEdges.NEVER_LAST + NEVER_LAST_IN_WORD);
        return values;
    }

    private Map<String, Object> styles(Map<String, String> language) {
        Map<String, Object> values = new HashMap<>(language);
        for (TextRole role : TextRole.values()) {
            style(role).forEach((name, value) -> values.put(role.written() + "." + name, value));
        }
        XmlWriter headings = new XmlWriter();
        for (int level = 1; level <= 4; level++) {
            Map<String, Object> heading = style(TextRole.heading(level));
            heading.putIfAbsent("name", "heading " + level);
            heading.put("level", level);
            heading.put("outline", level - 1);
            headings.raw(XmlTemplate.fill("heading.xml", heading));
        }
        values.put("headings", headings);
        values.put("widow-control", typography.composition().widowControl());
        values.put("autospace", typography.composition().autospace());
        values.put("line", measures.bodyLine());
        values.put("note.indent", 2 * typography.style(TextRole.TABLE).size().twips());
        return values;
    }

    private Map<String, Object> style(TextRole role) {
        Typography.Style style = typography.style(role);
        Map<String, Object> values = new HashMap<>();
        style.name().ifPresent(name -> values.putAll(Map.of("name", name, "custom", true)));
        // the space around a table is not that of its paragraphs; DocumentBody adds it
        boolean table = role == TextRole.TABLE || role == TextRole.TABLE_SMALL;
        XmlWriter spacing = new XmlWriter().empty("w:spacing");
        spacing.with("w:before", table ? 0 : style.before().twips());
        spacing.with("w:after", table ? 0 : style.after().twips());
        spacing.with("w:line", style.pitch().map(pitch -> pitch.twips()).orElse(240)); // 240ths of a line
        values.put("spacing", spacing.with("w:lineRule", style.pitch().isPresent() ? "exact" : "auto"));
        XmlWriter indent = new XmlWriter();
        if (style.indent() > 0) {
            int first = style.indent() * style.advance().twips();
            indent.empty("w:ind", "w:firstLine", first, "w:firstLineChars", 100 * style.indent());
        }
        values.put("indent", indent);
        String align = switch (style.align()) {
            case LEFT -> "left";
            case CENTER -> "center";
            case RIGHT -> "right";
            case JUSTIFY -> "both";
        };
        values.put("align", new XmlWriter().empty("w:jc", "w:val", align));
        values.put("characters", characters(style, typography.fontOf(role)));
        return values;
    }

    private static XmlWriter characters(Typography.Style style, Typography.Font font) {
        int tracking = style.advance().twips() - style.size().twips();
        return new XmlWriter()
                .empty("w:rFonts", "w:ascii", font.latin(), "w:hAnsi", font.latin())
                .with("w:eastAsia", font.word(), "w:cs", font.latin())
                .empty("w:spacing", "w:val", tracking)
                .empty("w:sz", "w:val", style.size().halfPoints())
                .empty("w:szCs", "w:val", style.size().halfPoints());
    }

    /** All fonts in use with the other names under which a machine may have them. */
    private XmlWriter fonts() {
        SortedMap<String, XmlWriter> fonts = new TreeMap<>();
        List<Typography.Font> inUse =
                typography.fontsInUse().stream().map(typography.fonts()::get).toList();
        for (Typography.Font font : inUse) {
            List<String> others = font.names().stream()
                    .filter(name -> !name.equals(font.word()))
                    .toList();
            XmlWriter chinese = new XmlWriter().open("w:font", "w:name", font.word());
            if (!others.isEmpty()) {
                chinese.empty("w:altName", "w:val", String.join(",", others));
            }
            fonts.put(font.word(), family(chinese.empty("w:charset", "w:val", GB2312)));
        }
        for (Typography.Font font : inUse) {
            fonts.computeIfAbsent(font.latin(), name -> family(new XmlWriter().open("w:font", "w:name", name)));
        }
        XmlWriter all = new XmlWriter();
        fonts.values().forEach(font -> all.raw(font.toString()));
        return all;
    }

    private static XmlWriter family(XmlWriter font) {
        return font.empty("w:family", "w:val", "auto").empty("w:pitch", "w:val", "variable");
    }

    private XmlWriter levels(String format) {
        XmlWriter levels = new XmlWriter();
        for (int level = 0; level < Lists.LEVELS; level++) {
            String text = format.equals("bullet") ? "•" : "%" + (level + 1) + ".";
            levels.open("w:lvl", "w:ilvl", level)
                    .empty("w:start", "w:val", 1)
                    .empty("w:numFmt", "w:val", format)
                    .empty("w:lvlText", "w:val", text);
            levels.open("w:pPr")
                    .empty("w:ind", "w:left", measures.bodyCharacters(Lists.indent(level)))
                    .with("w:hanging", measures.bodyCharacters(Lists.HANGING))
                    .close()
                    .close();
        }
        return levels;
    }

    private XmlWriter footer(String side) {
        Typography.Style style = typography.style(TextRole.PAGE_NUMBER);
        return new XmlWriter()
                .empty("w:ind", "w:" + side, style.indent() * style.advance().twips())
                .with("w:" + side + "Chars", 100 * style.indent())
                .empty("w:jc", "w:val", side);
    }
}
