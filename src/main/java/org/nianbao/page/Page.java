package org.nianbao.page;

import java.io.IOException;
import java.io.StringReader;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A semantic XHTML page. All output formats are made from it, so they cannot disagree.
 *
 * <p>Its elements are those of {@link Vocabulary}. The title is the only {@code h1}; the official numbering levels 一、
 * （一） 1. （1） are {@code h2} to {@code h5}; a run-in heading is a {@code p class="run-in"} that starts with
 * {@code b class="level-N"}. Every table is a {@link Grid}.
 *
 * <p>Writers must not change the DOM but may copy it. The DOM is not thread-safe, not even for reading: give each thread its
 * own {@link #copy()}.
 */
public final class Page {
    /** The namespace of its elements. */
    public static final String XHTML = "http://www.w3.org/1999/xhtml";

    private final Document document;
    private final Styles styles;
    private final Map<String, Picture> pictures;

    private Page(Document document, Styles styles, Map<String, Picture> pictures) {
        this.document = document;
        this.styles = styles;
        this.pictures = new LinkedHashMap<>(pictures);
    }

    /** The page's style sheets, in CSS, which fetch nothing. */
    public static final class Styles {
        private final String paper;
        private final String screen;

        private Styles(String paper, String screen) {
            this.paper = paper;
            this.screen = screen;
        }

        /**
         * Checks two style sheets.
         *
         * @param paper for the PDF, and for the HTML when it is printed
         * @param screen for the HTML on a screen
         * @throws MalformedPage if one of them fetches something, or paper has a size that nothing can be printed on
         */
        public static Styles of(String paper, String screen) throws MalformedPage {
            StyleSheetCheck.check(paper);
            StyleSheetCheck.check(screen);
            PageSizes.check(paper);
            return new Styles(paper, screen);
        }

        /** For the PDF, and for the HTML when it is printed. */
        public String paper() {
            return paper;
        }

        /** For the HTML on a screen. */
        public String screen() {
            return screen;
        }
    }

    /** Text that is not a valid page. */
    public static final class MalformedPage extends Exception {
        private static final long serialVersionUID = 1;

        private final Fault kind;
        private final String about;
        private final int line;

        /** The kind of mistake. */
        public enum Fault {
            /** {@link #about()} is the XML parser's message. */
            NOT_WELL_FORMED,
            /** {@link #about()} is the element's name. */
            UNKNOWN_ELEMENT,
            /** {@link #about()} is {@code element attribute}. */
            UNKNOWN_ATTRIBUTE,
            /** {@link #about()} names the table, its row and the mistake. */
            UNSOUND_TABLE,
            /** {@link #about()} is the {@code img}'s {@code src}. */
            UNKNOWN_PICTURE,
            /** {@link #about()} is the {@code href} of an {@code a}. */
            UNSAFE_LINK,
            /** {@link #about()} is the forbidden part of a style sheet. */
            FETCHING_STYLE,
            /** {@link #about()} is the size of an {@code @page} rule, as it is written. */
            UNUSABLE_SIZE,
            /** {@link #about()} is the name of an element that is nested too deeply. */
            TOO_DEEP
        }

        MalformedPage(Fault kind, String about, int line) {
            super(kind + ": " + about);
            this.kind = kind;
            this.about = about;
            this.line = line;
        }

        public Fault kind() {
            return kind;
        }

        /** Details, see {@link Fault}. */
        public String about() {
            return about;
        }

        /** The line of the text, from 1, or 0 if unknown. */
        public int line() {
            return line;
        }
    }

    /**
     * Parses a page.
     *
     * @param xhtml the whole document, in the XHTML namespace, without a document type
     * @param pictures by the {@code src} of {@code img} elements
     * @throws MalformedPage if it is not well-formed, contains an element or attribute outside the vocabulary, a table that is
     *     not a grid or a link that is not {@linkplain Links safe}
     */
    public static Page read(String xhtml, Styles styles, Map<String, Picture> pictures) throws MalformedPage {
        Page page = new Page(parse(xhtml), styles, pictures);
        Vocabulary.check(page.document);
        page.checkPictures();
        page.checkTables();
        return page;
    }

    /** The same page with numbers before the captions of its figures. */
    public Page withFigureNumbers() {
        if (Elements.named(body(), "figcaption").isEmpty()) {
            return this;
        }
        Page numbered = copy();
        FigureNumbers.add(numbered.body());
        return numbered;
    }

    /** The same page with its own DOM, for another thread. */
    public Page copy() {
        return new Page((Document) document.cloneNode(true), styles, pictures);
    }

    /**
     * The same page in another script: text, title, metadata and alternative texts.
     *
     * @param language replaces Chinese languages in {@code lang} attributes
     * @param conversion applied to the whole text of each block; must keep its length
     */
    public Page in(String language, UnaryOperator<String> conversion) {
        Page other = copy();
        TextConverter.convert(other.root(), language, conversion);
        return other;
    }

    /** The {@code html} element. */
    public Element root() {
        return document.getDocumentElement();
    }

    /** The {@code body} element. */
    public Element body() {
        return Elements.named(root(), "body").get(0);
    }

    /** The document, not to be changed. */
    public Document document() {
        return document;
    }

    /** The style sheets. */
    public Styles styles() {
        return styles;
    }

    /** The pictures by name, in page order. */
    public Map<String, Picture> pictures() {
        return Collections.unmodifiableMap(pictures);
    }

    /** The text of the {@code title} element. */
    public String title() {
        return Elements.named(root(), "title").get(0).getTextContent().strip();
    }

    /** The contents of the {@code meta} elements by name, in page order. */
    public Map<String, String> metadata() {
        Map<String, String> metadata = new LinkedHashMap<>();
        for (Element meta : Elements.named(root(), "meta")) {
            metadata.put(meta.getAttribute("name"), meta.getAttribute("content"));
        }
        return metadata;
    }

    /** The language tag of the {@code html} element, for example {@code zh-CN}. */
    public String language() {
        return root().getAttribute("lang");
    }

    /** The text of the draft mark, the element of class {@code draft}, if the page is a draft. */
    public Optional<String> draftMark() {
        return Elements.named(body(), "p").stream()
                .filter(p -> Elements.hasClass(p, "draft"))
                .map(p -> p.getTextContent().strip())
                .findFirst();
    }

    private void checkTables() throws MalformedPage {
        int number = 0;
        for (Element table : Elements.named(root(), "table")) {
            number++;
            try {
                Grid.of(table);
            } catch (Grid.MalformedTable unsound) {
                String which = "table " + number + ": " + unsound.getMessage();
                throw new MalformedPage(MalformedPage.Fault.UNSOUND_TABLE, which, 0);
            }
        }
    }

    private void checkPictures() throws MalformedPage {
        for (Element img : Elements.named(root(), "img")) {
            String src = img.getAttribute("src");
            if (!pictures.containsKey(src)) {
                throw new MalformedPage(MalformedPage.Fault.UNKNOWN_PICTURE, src, 0);
            }
        }
    }

    private static Document parse(String xhtml) throws MalformedPage {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(
                    "http://apache.org/xml/features/dom/defer-node-expansion", false); // all nodes are visited
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Throwing());
            Document document = builder.parse(new InputSource(new StringReader(xhtml)));
            Element root = document.getDocumentElement();
            if (!"html".equals(root.getLocalName()) || !XHTML.equals(root.getNamespaceURI())) {
                throw new MalformedPage(MalformedPage.Fault.UNKNOWN_ELEMENT, root.getTagName(), 1);
            }
            return document;
        } catch (SAXException e) { // without a line, for example, for a document type in the middle of the page
            int line = e instanceof SAXParseException located ? located.getLineNumber() : 0;
            throw new MalformedPage(MalformedPage.Fault.NOT_WELL_FORMED, String.valueOf(e.getMessage()), line);
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Throws errors that the parser would print to standard error. */
    private static final class Throwing extends DefaultHandler {
        @Override
        public void warning(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
