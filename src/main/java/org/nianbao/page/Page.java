package org.nianbao.page;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * One semantic XHTML page, from which HTML, PDF and DOCX are all made, so that they cannot disagree.
 *
 * <p>Its elements come from a closed {@link Vocabulary}. The title is the only {@code h1}; the official
 * numbering levels 一、 （一） 1. （1） are {@code h2} to {@code h5}; a run-in heading is a
 * {@code p class="run-in"} that opens with {@code b class="level-N"}. Every table is a sound {@link Grid}.
 *
 * <p>The document belongs to the page: writers read it, and copy it before they change it. Reading one DOM
 * from several threads is not safe; give each writer its own {@link #copy()}.
 */
public final class Page {
    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    private final Document document;
    private final Styles styles;
    private final Map<String, Picture> pictures;

    private Page(Document document, Styles styles, Map<String, Picture> pictures) {
        this.document = document;
        this.styles = styles;
        this.pictures = new LinkedHashMap<>(pictures);
    }

    /** The page's style sheets, in CSS. They fetch nothing. */
    public static final class Styles {
        private final String paper;
        private final String screen;

        private Styles(String paper, String screen) {
            this.paper = paper;
            this.screen = screen;
        }

        /**
         * Takes two style sheets.
         *
         * @param paper for the PDF, and for the HTML when it is printed
         * @param screen for the HTML on a screen
         * @throws MalformedPage if one of them fetches something
         */
        public static Styles of(String paper, String screen) throws MalformedPage {
            Fetching.refuse(paper);
            Fetching.refuse(screen);
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

    /** Why a text is no page. */
    public static final class MalformedPage extends Exception {
        private static final long serialVersionUID = 1;

        private final Fault kind;
        private final String about;
        private final int line;

        /** The ways in which a text can fail to be a page. */
        public enum Fault {
            /** {@link #about()} is the XML parser's message. */
            NOT_WELL_FORMED,
            /** {@link #about()} is the element's name. */
            UNKNOWN_ELEMENT,
            /** {@link #about()} is {@code element attribute}. */
            UNKNOWN_ATTRIBUTE,
            /** {@link #about()} tells what is wrong with which row of which table. */
            UNSOUND_TABLE,
            /** {@link #about()} is the {@code img}'s {@code src}. */
            UNKNOWN_PICTURE,
            /** {@link #about()} is the {@code href} of an {@code a}. */
            UNSAFE_LINK,
            /** {@link #about()} is what a style sheet holds and must not. */
            FETCHING_STYLE,
            /** {@link #about()} is the name of an element that is in too many others. */
            TOO_DEEP
        }

        MalformedPage(Fault kind, String about, int line) {
            super(kind + ": " + about);
            this.kind = kind;
            this.about = about;
            this.line = line;
        }

        /** What went wrong. */
        public Fault kind() {
            return kind;
        }

        /** The thing that is wrong, as {@link Fault} says. */
        public String about() {
            return about;
        }

        /** The line of the text, from 1, or 0 where it isn't known. */
        public int line() {
            return line;
        }
    }

    /**
     * Reads a page.
     *
     * @param xhtml the whole document, in the XHTML namespace, without a document type
     * @param styles the style sheets
     * @param pictures by the names that the page's {@code img} elements give
     * @throws MalformedPage if it is not well-formed, uses a word outside the vocabulary, holds a table that is no grid or
     *     a link that is not {@linkplain Links safe}
     */
    public static Page read(String xhtml, Styles styles, Map<String, Picture> pictures) throws MalformedPage {
        Page page = new Page(parse(xhtml), styles, pictures);
        Vocabulary.check(page.document);
        page.provePictures();
        page.grids();
        return page;
    }

    /** The same page with a DOM of its own, for another thread. */
    public Page copy() {
        return new Page((Document) document.cloneNode(true), styles, pictures);
    }

    /**
     * The same page in other letters: its text, its title, what its pictures are said to show.
     *
     * @param language that takes the place of every kind of Chinese in a {@code lang}
     * @param letters gets the text of a paragraph, a heading, a cell in one piece, so that it sees whole words, and keeps
     *     the place of every character
     */
    public Page in(String language, UnaryOperator<String> letters) {
        Page other = copy();
        Letters.replace(other.root(), language, letters);
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

    /** The document; copy it before a change. */
    public Document document() {
        return document;
    }

    /** The style sheets. */
    public Styles styles() {
        return styles;
    }

    /** The pictures by name, in the order of the page. */
    public Map<String, Picture> pictures() {
        return Collections.unmodifiableMap(pictures);
    }

    /** The document's title, as the {@code title} element has it. */
    public String title() {
        return Elements.named(root(), "title").get(0).getTextContent().strip();
    }

    /** What the page says of itself to machines: the contents of its {@code meta} elements by their names, in order. */
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

    /** The words of the draft mark, if the page is a draft: the element of class {@code draft}. */
    public Optional<String> draftMark() {
        return Elements.named(body(), "p").stream()
                .filter(p -> Elements.hasClass(p, "draft"))
                .map(p -> p.getTextContent().strip())
                .findFirst();
    }

    /** The page's tables, in order. */
    public List<Grid> grids() throws MalformedPage {
        List<Grid> grids = new ArrayList<>();
        for (Element table : Elements.named(root(), "table")) {
            try {
                grids.add(Grid.of(table));
            } catch (Grid.Unsound unsound) {
                String which = "table " + (grids.size() + 1) + ": " + unsound.getMessage();
                throw new MalformedPage(MalformedPage.Fault.UNSOUND_TABLE, which, 0);
            }
        }
        return grids;
    }

    private void provePictures() throws MalformedPage {
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
            factory.setFeature("http://apache.org/xml/features/dom/defer-node-expansion", false); // all are visited
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Throwing());
            Document document = builder.parse(new InputSource(new StringReader(xhtml)));
            Element root = document.getDocumentElement();
            if (!"html".equals(root.getLocalName()) || !XHTML.equals(root.getNamespaceURI())) {
                throw new MalformedPage(MalformedPage.Fault.UNKNOWN_ELEMENT, root.getTagName(), 1);
            }
            return document;
        } catch (SAXParseException e) {
            throw new MalformedPage(
                    MalformedPage.Fault.NOT_WELL_FORMED, String.valueOf(e.getMessage()), e.getLineNumber());
        } catch (SAXException e) { // the parser lost its way: a document type in the middle of the page does that
            throw new MalformedPage(MalformedPage.Fault.NOT_WELL_FORMED, String.valueOf(e.getMessage()), 0);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps the parser from writing to standard error. */
    private static final class Throwing implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
