package org.nianbao.compare;

import java.math.BigDecimal;
import org.nianbao.template.TemplateData;
import org.nianbao.text.SentenceKey;

/**
 * The sentences of a section that another report has too.
 *
 * @param repeated number of these sentences
 * @param counted number of sentences that were compared
 * @param percent without decimals
 */
@TemplateData
public record Repetition(int repeated, int counted, BigDecimal percent) {
    static Repetition of(SentenceKey.Repeated repeated) {
        return new Repetition(repeated.sentences().size(), repeated.counted(), repeated.percent());
    }
}
