package org.nianbao.job;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nianbao.font.Fonts;
import org.nianbao.output.Format;
import org.nianbao.typography.Typography;

/**
 * What prints the reports of one form.
 *
 * @param typefaces that they are set in
 * @param formats by name
 */
record Press(Typefaces typefaces, Map<String, Format> formats) {
    Press {
        formats = new LinkedHashMap<>(formats);
    }

    /**
     * Measures and the fonts they speak of.
     *
     * @param typography the measures
     * @param fonts the files
     */
    record Typefaces(Typography typography, Fonts fonts) {}
}
