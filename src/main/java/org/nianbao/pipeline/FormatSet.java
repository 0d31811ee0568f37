package org.nianbao.pipeline;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.nianbao.font.Fonts;
import org.nianbao.output.DocumentInfo;
import org.nianbao.output.Format;
import org.nianbao.page.Page;
import org.nianbao.sandbox.Sandbox;
import org.nianbao.typography.Typography;

/**
 * What prints the reports of one form.
 *
 * @param typefaces that they are set in
 * @param formats by name
 */
public record FormatSet(FontSet typefaces, Map<String, Format> formats) {
    public FormatSet {
        formats = new LinkedHashMap<>(formats);
    }

    /** Of the processor, for one document; a hundred pages take two seconds. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /**
     * Writes a page in one format.
     *
     * @throws org.nianbao.output.Undrawable if the page holds what the format cannot draw
     * @throws Sandbox.LimitExceeded if drawing it does not come to an end
     */
    public byte[] write(String format, Page page, DocumentInfo stamp) {
        Format writer = Objects.requireNonNull(formats.get(format));
        return Sandbox.within(LONGEST, () -> writer.write(page, stamp));
    }

    /**
     * Measures and the fonts they speak of.
     *
     * @param typography the measures
     * @param fonts the files
     */
    public record FontSet(Typography typography, Fonts fonts) {}
}
