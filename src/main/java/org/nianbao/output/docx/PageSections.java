package org.nianbao.output.docx;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.nianbao.output.XmlWriter;
import org.nianbao.typography.Length;
import org.nianbao.typography.Typography;

/** The sections of a document (ECMA-376 Part 1, 17.6): runs of portrait or of landscape pages. Not thread-safe. */
final class PageSections {
    private final boolean draft;
    private Typography typography;

    /**
     * @param typography of the first section
     * @param draft whether the pages have a draft mark
     */
    PageSections(Typography typography, boolean draft) {
        this.typography = typography;
        this.draft = draft;
    }

    /** Whether the section begun last has this paper. */
    boolean has(Typography.Paper paper) {
        return Objects.equals(typography.paper(), paper); // mostly the same object; Java links a record's equals slowly
    }

    void begin(Typography next) {
        typography = next;
    }

    /** The properties of the section begun last. Headers and footers are the same in all. */
    XmlWriter last() {
        Map<String, Object> values = new HashMap<>(new Measures(typography).page());
        values.put("headers", draft ? DraftMark.references() : "");
        Length width = typography.paper().width();
        if (width.twips() > typography.paper().height().twips()) {
            values.put("orientation", "landscape");
        }
        return new XmlWriter().raw(XmlTemplate.fill("section.xml", values));
    }
}
