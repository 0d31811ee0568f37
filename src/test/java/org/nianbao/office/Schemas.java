package org.nianbao.office;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The schemas of ECMA-376 (ISO/IEC 29500, transitional), which come with Apache POI. */
final class Schemas {
    private static final String FOLDER = "/org/apache/poi/schemas/ooxml/src/";
    private static final Schema ALL = read();

    private Schemas() {}

    /** What is wrong with a part, in the validator's words; nothing if it is valid. */
    static List<String> diagnostics(byte[] part) {
        List<String> diagnostics = new ArrayList<>();
        Validator validator = ALL.newValidator();
        validator.setErrorHandler(new ErrorHandler() {
            @Override
            public void warning(SAXParseException e) {
                diagnostics.add(e.getMessage());
            }

            @Override
            public void error(SAXParseException e) {
                diagnostics.add(e.getMessage());
            }

            @Override
            public void fatalError(SAXParseException e) {
                diagnostics.add(e.getMessage());
            }
        });
        try {
            validator.validate(new StreamSource(new ByteArrayInputStream(part)));
        } catch (SAXException | IOException e) {
            diagnostics.add(e.toString());
        }
        return diagnostics;
    }

    private static Schema read() {
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        Stream<String> names = Stream.of(
                "/org/apache/xmlbeans/metadata/src/XML",
                FOLDER + "wml",
                FOLDER + "sml",
                FOLDER + "dml-picture",
                FOLDER + "vml-main",
                FOLDER + "vml-officeDrawing",
                FOLDER + "vml-wordprocessingDrawing",
                FOLDER + "opc-relationships",
                FOLDER + "shared-documentPropertiesExtended");
        Source[] sources = names.map(
                        name -> new StreamSource(Objects.requireNonNull(Schemas.class.getResource(name + ".xsd"), name)
                                .toString()))
                .toArray(Source[]::new);
        try {
            return factory.newSchema(sources);
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }
}
