package org.nianbao.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nianbao.office.Documents.Word;

@DisplayName("Word documents follow the schemas of ECMA-376, transitional")
class SchemaTest {
    /** The two parts that Apache POI has no schema for; {@link PackageTest} knows their rules. */
    private static final Set<String> WITHOUT_SCHEMA = Set.of("[Content_Types].xml", "docProps/core.xml");

    @ParameterizedTest
    @MethodSource("org.nianbao.office.Documents#all")
    void everyPartIsValid(Word document) {
        Map<String, List<String>> diagnostics = new TreeMap<>();
        document.parts().forEach((name, content) -> {
            if (name.matches(".*\\.(xml|rels)") && !WITHOUT_SCHEMA.contains(name)) {
                diagnostics.put(name, Schemas.diagnostics(content));
            }
        });
        assertTrue(
                diagnostics.keySet().containsAll(Set.of("word/document.xml", "word/styles.xml", "docProps/app.xml")));
        diagnostics.values().removeIf(List::isEmpty);
        assertEquals(Map.of(), diagnostics);
    }

    @Test
    void theSchemasSeeWhatIsOutOfOrder() {
        String text =
                new String(Documents.named("everything").parts().get("word/document.xml"), StandardCharsets.UTF_8);
        String turned = text.replaceFirst("(<w:tblW [^>]*/>)(<w:tblBorders>.*?</w:tblBorders>)", "$2$1");
        List<String> diagnostics = Schemas.diagnostics(turned.getBytes(StandardCharsets.UTF_8));
        assertEquals(1, diagnostics.size());
        assertTrue(diagnostics.get(0).contains(":tblW}'"), diagnostics.get(0));
    }
}
