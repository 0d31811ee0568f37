package org.nianbao.pipeline;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.nianbao.font.Fonts;
import org.nianbao.output.Format;
import org.nianbao.output.Stamp;
import org.nianbao.page.Page;
import org.nianbao.sandbox.Limit;
import org.nianbao.typography.Typography;

/**
 * What prints the reports of one form.
 *
 * @param typefaces that they are set in
 * @param formats by name
 */
public record Press(Typefaces typefaces, Map<String, Format> formats) {
    public Press {
        formats = new LinkedHashMap<>(formats);
    }

    /** Of the processor, for one document; a hundred pages take two seconds. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /**
     * Writes a page in one format.
     *
     * @throws org.nianbao.output.Undrawable if the page holds what the format cannot draw
     * @throws Limit.Exceeded if drawing it does not come to an end
     */
    public byte[] write(String format, Page page, Stamp stamp) {
        Format writer = Objects.requireNonNull(formats.get(format));
        return Limit.within(LONGEST, () -> writer.write(page, stamp));
    }

    /**
     * Measures and the fonts they speak of.
     *
     * @param typography the measures
     * @param fonts the files
     */
    public record Typefaces(Typography typography, Fonts fonts) {}
}
