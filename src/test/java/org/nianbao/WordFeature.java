package org.nianbao;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** What Word or WPS may do to a document without another word on paper. */
enum WordFeature {
    TEXT_BOX {
        @Override
        void apply(Element body, Random random, Map<String, String> parts) {
            Element p = any(body.select("> w|p:has(> w|r > w|t)"), random);
            String inner = "<w:txbxContent>" + p.outerHtml() + "</w:txbxContent>";
            replace(
                    p,
                    "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor><wp:docPr id=\"9\" name=\"文本框\"/>"
                            + "<a:graphic><a:graphicData><wps:wsp><wps:txbx>" + inner
                            + "</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>"
                            + "<v:shape><v:textbox>" + inner
                            + "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>");
        }
    },
    FLOATING_TABLE {
        @Override
        void apply(Element body, Random random, Map<String, String> parts) {
            body.select("w|tblPr").forEach(table -> table.prepend("<w:tblpPr w:vertAnchor=\"text\" w:tblpY=\"100\"/>"));
        }
    },
    INSERTED {
        @Override
        void apply(Element body, Random random, Map<String, String> parts) {
            body.select("w|p > w|r").stream()
                    .filter(run -> random.nextBoolean())
                    .forEach(run -> replace(run, "<w:ins w:id=\"1\" w:author=\"甲\">" + run.outerHtml() + "</w:ins>"));
        }
    },
    DELETED {
        @Override
        void apply(Element body, Random random, Map<String, String> parts) {
            body.select("w|p > w|r").stream()
                    .filter(run -> random.nextBoolean())
                    .forEach(run -> run.before("<w:del w:id=\"2\"><w:r><w:delText>12</w:delText></w:r></w:del>"));
        }
    },
    DELETED_ROW {
        @Override
        void apply(Element body, Random random, Map<String, String> parts) {
            Element row = any(body.select("w|tr:not(:has(w|vMerge))"), random);
            Element copy = row.clone();
            copy.select("> w|trPr").remove();
            copy.prepend("<w:trPr><w:del w:id=\"3\" w:author=\"甲\"/></w:trPr>");
            copy.select("w|t").forEach(text -> replace(text, "<w:delText>9</w:delText>"));
            row.after(copy);
        }
    },
    DELETED_PARAGRAPH_END {
        @Override
        void apply(Element body, Random random, Map<String, String> parts) {
            Element p = any(
                    body.select("> w|p:has(> w|pPr > w|pStyle[w:val=BodyText]):has(> w|r > w|t)").stream()
                            .filter(one -> one.select("w|t").last().wholeText().length() > 5)
                            .toList(),
                    random);
            Element last = p.select("w|t").last();
            String text = last.wholeText();
            Element rest = p.clone();
            rest.select("> w|r").remove();
            rest.append("<w:r><w:t>" + text.substring(3) + "</w:t></w:r>");
            last.text(text.substring(0, 3));
            p.selectFirst("> w|pPr").append("<w:rPr><w:del w:id=\"4\" w:author=\"甲\"/></w:rPr>");
            p.after(rest);
        }
    },
    MOVED {
        @Override
        void apply(Element body, Random random, Map<String, String> parts) {
            Element run = any(body.select("> w|p > w|r:has(w|t)"), random);
            run.after("<w:moveFrom w:id=\"5\">" + run.outerHtml() + "</w:moveFrom>");
            replace(run, "<w:moveTo w:id=\"6\">" + run.outerHtml() + "</w:moveTo>");
        }
    },
    CONTENT_CONTROLS {
        @Override
        void apply(Element body, Random random, Map<String, String> parts) {
            body.select("w|p > w|r, w|tc, w|tr, w|body > w|p, w|tc > w|p").stream()
                    .filter(one -> random.nextInt(4) == 0)
                    .forEach(one -> replace(one, control("", one.outerHtml())));
        }
    },
    EMPTY_CONTROLS {
        @Override
        void apply(Element body, Random random, Map<String, String> parts) {
            body.select("w|p > w|r").stream()
                    .filter(run -> random.nextInt(4) == 0)
                    .forEach(run -> run.before(control("<w:showingPlcHdr/>", "<w:r><w:t>8</w:t></w:r>")));
        }
    },
    FRAMES {
        @Override
        void apply(Element body, Random random, Map<String, String> parts) {
            for (Element table : body.select("> w|tbl")) {
                String row = "<w:tr><w:tc><w:p/></w:tc><w:tc>%s<w:p/></w:tc></w:tr>";
                String other = random.nextBoolean() ? row.formatted("") : "";
                replace(table, "<w:tbl>" + row.formatted(table.outerHtml()) + other + "</w:tbl>");
            }
        }
    },
    TABLE_IN_CELL {
        @Override
        void apply(Element body, Random random, Map<String, String> parts) {
            Element p = any(body.select("w|tc > w|p:has(w|t)"), random);
            replace(p, "<w:tbl><w:tr><w:tc>" + p.outerHtml() + "</w:tc></w:tr></w:tbl><w:p/>");
        }
    },
    LINKS_AND_FIELDS {
        @Override
        void apply(Element body, Random random, Map<String, String> parts) {
            for (Element run : body.select("w|p > w|r:has(> w|t)")) {
                String own = run.outerHtml();
                switch (random.nextInt(4)) {
                    case 0 -> replace(run, "<w:hyperlink r:id=\"rId99\">" + own + "</w:hyperlink>");
                    case 1 -> replace(run, "<w:fldSimple w:instr=\" DOCPROPERTY 7 \">" + own + "</w:fldSimple>");
                    case 2 ->
                        replace(
                                run,
                                "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> REF 5 </w:instrText></w:r>"
                                        + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + own
                                        + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
                    default -> {}
                }
            }
        }
    },
    NUMBERED_BY_STYLE {
        @Override
        void apply(Element body, Random random, Map<String, String> parts) {
            body.select("> w|p:has(> w|pPr > w|pStyle[w:val=Heading1]) > w|r > w|t").stream()
                    .filter(text -> text.wholeText().matches("[一二三四五六]、.*"))
                    .forEach(text -> text.text(text.wholeText().substring(2)));
            parts.computeIfPresent(
                    "word/styles.xml",
                    (name, xml) -> insert(
                            xml,
                            "</w:styles>",
                            "<w:style w:type=\"paragraph\" w:styleId=\"Numbered\"><w:name w:val=\"numbered\"/><w:pPr><w:numPr><w:numId w:val=\"77\"/>"
                                    + "</w:numPr></w:pPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"Head7\"><w:name w:val=\"head 7\"/>"
                                    + "<w:basedOn w:val=\"Numbered\"/></w:style>"));
            body.select("w|pStyle[w:val=Heading1]").forEach(style -> style.attr("w:val", "Head7"));
            parts.computeIfPresent(
                    "word/numbering.xml",
                    (name, xml) -> insert(
                            insert(
                                    xml,
                                    "<w:num ",
                                    "<w:abstractNum w:abstractNumId=\"77\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
                                            + "<w:numFmt w:val=\"chineseCountingThousand\"/><w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum>"),
                            "</w:numbering>",
                            "<w:num w:numId=\"77\"><w:abstractNumId w:val=\"77\"/></w:num>"));
        }
    },
    FOOTNOTES {
        @Override
        void apply(Element body, Random random, Map<String, String> parts) {
            for (int i = 0; i < 3; i++) {
                any(body.select("w|p:has(> w|r > w|t)"), random)
                        .append("<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:footnoteReference w:id=\""
                                + (i + 2) + "\"/></w:r>");
            }
            parts.put(
                    "word/footnotes.xml",
                    "<w:footnotes>"
                            + List.of(2, 3, 4).stream()
                                    .map(
                                            "<w:footnote w:id=\"%d\"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>含上年的。</w:t></w:r></w:p></w:footnote>"
                                                    ::formatted)
                                    .reduce("", String::concat)
                            + "</w:footnotes>");
        }
    },
    GRID_BEFORE_AND_AFTER {
        @Override
        void apply(Element body, Random random, Map<String, String> parts) {
            for (Element row : body.select("w|tr")) {
                Element properties = row.selectFirst("> w|trPr");
                properties.append("<w:gridBefore w:val=\"2\"/><w:gridAfter w:val=\"1\"/>");
            }
        }
    },
    MERGED_AS_BEFORE_2007 {
        @Override
        void apply(Element body, Random random, Map<String, String> parts) {
            for (Element span : body.select("w|tcPr > w|gridSpan")) {
                Element cell = span.parent().parent();
                String vertical = cell.select("> w|tcPr > w|vMerge").outerHtml();
                int columns = Integer.parseInt(span.attr("w:val"));
                replace(span, "<w:hMerge w:val=\"restart\"/>");
                for (int i = 1; i < columns; i++) {
                    cell.after("<w:tc><w:tcPr>" + vertical + "<w:hMerge/></w:tcPr><w:p/></w:tc>");
                }
            }
        }
    },
    PARTED_BY_HAND {
        @Override
        void apply(Element body, Random random, Map<String, String> parts) {
            Element table = any(
                    body.select("> w|tbl:has(w|tblHeader)").stream()
                            .filter(one -> one.select("w|tr").size() > 8)
                            .toList(),
                    random);
            List<Element> rows = table.select("> w|tr");
            List<Element> heads = rows.stream()
                    .filter(row -> row.selectFirst("w|tblHeader") != null)
                    .toList();
            int from = heads.size() + 1 + random.nextInt(rows.size() - heads.size() - 1);
            while (!rows.get(from)
                    .select("> w|tc > w|tcPr > w|vMerge:not([w:val=restart])")
                    .isEmpty()) {
                from--;
            }
            Element rest = table.clone();
            rest.select("> w|tr").remove();
            heads.forEach(head -> rest.appendChild(head.clone()));
            rows.subList(from, rows.size()).forEach(rest::appendChild);
            table.after(rest);
            table.after("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>");
        }
    },
    INSERTED_PARTS {
        @Override
        void apply(Element body, Random random, Map<String, String> parts) {
            Element p = any(body.select("> w|p:has(> w|pPr > w|pStyle[w:val=BodyText])"), random);
            parts.put("word/chunk.html", "<html><body><p>" + p.text() + "</p></body></html>");
            parts.computeIfPresent(
                    "word/_rels/document.xml.rels",
                    (name, xml) -> insert(
                            xml,
                            "</Relationships>",
                            "<Relationship Id=\"rId88\" Type=\"aFChunk\" Target=\"chunk.html\"/>"));
            replace(p, "<w:altChunk r:id=\"rId88\"/>");
        }
    },
    HIDDEN_TEXT {
        @Override
        void apply(Element body, Random random, Map<String, String> parts) {
            body.select("w|p > w|r:has(> w|t)")
                    .forEach(run -> run.after("<w:r><w:rPr><w:vanish/></w:rPr><w:t>3</w:t></w:r>"));
        }
    },
    TABLE_OF_CONTENTS {
        @Override
        void apply(Element body, Random random, Map<String, String> parts) {
            StringBuilder lines = new StringBuilder();
            body.select("> w|p:has(> w|pPr > w|pStyle[w:val=Heading1])")
                    .forEach(
                            p -> lines.append("<w:p><w:r><w:t>" + p.text() + "</w:t><w:tab/><w:t>3</w:t></w:r></w:p>"));
            body.child(0)
                    .after(
                            "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj></w:sdtPr>"
                                    + "<w:sdtContent>" + lines + "</w:sdtContent></w:sdt>");
        }
    },
    PARTED_RUNS {
        @Override
        void apply(Element body, Random random, Map<String, String> parts) {
            for (Element text : body.select("w|p > w|r > w|t")) {
                Element run = text.parent();
                String whole = text.wholeText();
                for (int i = 0; i < whole.length(); i++) {
                    Element one = run.clone();
                    one.selectFirst("w|t").text(whole.substring(i, i + 1)).attr("xml:space", "preserve");
                    run.before(one);
                    run.before(
                            random.nextBoolean()
                                    ? "<w:proofErr w:type=\"spellStart\"/>"
                                    : "<w:bookmarkStart w:id=\"1\"/>");
                }
                run.remove();
            }
        }
    },
    FILLINGS {
        @Override
        void apply(Element body, Random random, Map<String, String> parts) {
            for (Element text : body.select("w|tc w|t")) {
                String figure = text.wholeText();
                String wide = figure.matches("[0-9]+") && random.nextBoolean()
                        ? figure.codePoints()
                                .mapToObj(c -> Character.toString(c - '0' + '０'))
                                .reduce("", String::concat)
                        : figure;
                text.text("\u00A0\u3000" + wide + " \u00A0");
            }
        }
    };

    /** Changes the body of a document, and other parts by their names. */
    abstract void apply(Element body, Random random, Map<String, String> parts);

    private static Element any(List<Element> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private static void replace(Element element, String xml) {
        element.before(xml);
        element.remove();
    }

    private static String control(String properties, String content) {
        return "<w:sdt><w:sdtPr>" + properties + "</w:sdtPr><w:sdtContent>" + content + "</w:sdtContent></w:sdt>";
    }

    private static String insert(String xml, String before, String what) {
        int at = xml.indexOf(before);
        return xml.substring(0, at) + what + xml.substring(at);
    }

    static Element parse(String xml) {
        Document document = Jsoup.parse(xml, "", Parser.xmlParser());
        document.outputSettings().prettyPrint(false);
        return document;
    }
}
