package org.nianbao.font;

import java.util.List;
import org.nianbao.typography.Typography;
import org.nianbao.typography.Typography.TextRole;

/** Measures text in ems, by the fonts of the documents. */
public record TextWidth(Typography typography, Fonts fonts) {

    /** The width of a text in one line. A character that no font has is one em wide. */
    public double of(String text, TextRole role) {
        List<FontFile> chain = fonts.chain(typography.style(role).font());
        return text.codePoints().mapToDouble(c -> of(c, chain)).sum();
    }

    private static double of(int character, List<FontFile> chain) {
        if (character >= 0x3000) { // ideographs and full-width punctuation; saves opening another font
            return 1;
        }
        return chain.stream()
                .filter(file -> file.has(character))
                .findFirst()
                .map(file -> file.advance(character))
                .orElse(1.0);
    }
}
