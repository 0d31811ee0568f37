package org.nianbao.output.docx;

import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Unmarshaller;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.docx4j.XmlUtils;
import org.docx4j.jaxb.Context;
import org.docx4j.openpackaging.contenttype.ContentTypeManager;
import org.docx4j.openpackaging.exceptions.Docx4JException;
import org.docx4j.openpackaging.packages.WordprocessingMLPackage;
import org.docx4j.openpackaging.parts.DocPropsCorePart;
import org.docx4j.openpackaging.parts.DocPropsExtendedPart;
import org.docx4j.openpackaging.parts.JaxbXmlPart;
import org.docx4j.openpackaging.parts.PartName;
import org.docx4j.openpackaging.parts.WordprocessingML.DocumentSettingsPart;
import org.docx4j.openpackaging.parts.WordprocessingML.FontTablePart;
import org.docx4j.openpackaging.parts.WordprocessingML.FooterPart;
import org.docx4j.openpackaging.parts.WordprocessingML.MainDocumentPart;
import org.docx4j.openpackaging.parts.WordprocessingML.NumberingDefinitionsPart;
import org.docx4j.openpackaging.parts.WordprocessingML.StyleDefinitionsPart;

/**
 * Makes the package of a document with docx4j: its content types and relationships. Loading all static parts reveals
 * mistakes in templates. Only this class uses docx4j, which takes seconds to start.
 */
final class WordPackage {
    private WordPackage() {}

    /**
     * Returns the content types and relationships, the same bytes in every process.
     *
     * @param parts the static parts
     * @throws IllegalStateException if docx4j does not understand one of them
     */
    static PackageParts make(PackageParts parts) {
        try {
            ByteArrayOutputStream zip = new ByteArrayOutputStream();
            load(parts).save(zip);
            PackageParts made = PackageParts.unzip(zip.toByteArray());
            made.all().keySet().removeIf(name -> !name.endsWith(".rels") && !name.equals(PackageParts.CONTENT_TYPES));
            return made;
        } catch (Docx4JException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static WordprocessingMLPackage load(PackageParts parts) throws Docx4JException {
        WordprocessingMLPackage word = new WordprocessingMLPackage(new ContentTypeManager());
        MainDocumentPart main = new MainDocumentPart();
        main.setJaxbElement(Context.getWmlObjectFactory().createDocument());
        word.addTargetPart(main, "rIdDocument");
        DocPropsCorePart core = new DocPropsCorePart();
        core.setJaxbElement(new org.docx4j.docProps.core.ObjectFactory().createCoreProperties());
        word.addTargetPart(core, "rIdCore");
        DocPropsExtendedPart extended = new DocPropsExtendedPart();
        extended.setJaxbElement(new org.docx4j.docProps.extended.ObjectFactory().createProperties());
        word.addTargetPart(extended, "rIdExtended");
        main.addTargetPart(loaded(new StyleDefinitionsPart(), parts), "rIdStyles");
        main.addTargetPart(loaded(new NumberingDefinitionsPart(), parts), "rIdLists");
        main.addTargetPart(loaded(new DocumentSettingsPart(), parts), "rIdSettings");
        main.addTargetPart(loaded(new FontTablePart(), parts), "rIdFonts");
        main.addTargetPart(loaded(new FooterPart(new PartName("/word/footer1.xml")), parts), "rIdFooterOdd");
        main.addTargetPart(loaded(new FooterPart(new PartName("/word/footer2.xml")), parts), "rIdFooterEven");
        word.getContentTypeManager().addDefaultContentType("png", "image/png");
        word.getContentTypeManager().addDefaultContentType("jpeg", "image/jpeg");
        word.getContentTypeManager().addDefaultContentType("svg", "image/svg+xml");
        return word;
    }

    /** Loads a part strictly; docx4j itself skips what it does not understand. */
    @SuppressWarnings("unchecked")
    private static <E> JaxbXmlPart<E> loaded(JaxbXmlPart<E> part, PackageParts parts) {
        String name = part.getPartName().getName().substring(1);
        try {
            Unmarshaller reader = part.getJAXBContext().createUnmarshaller();
            reader.setEventHandler(event -> false);
            part.setJaxbElement((E) XmlUtils.unwrap(reader.unmarshal(new ByteArrayInputStream(parts.get(name)))));
            return part;
        } catch (JAXBException | NumberFormatException e) {
            throw new IllegalStateException("invalid part " + name, e);
        }
    }
}
