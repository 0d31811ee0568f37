package org.nianbao.recognition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nianbao.foreign.DocumentPart;
import org.nianbao.foreign.DocumentPart.TextPart;
import org.nianbao.form.Form;
import org.nianbao.text.Numeral;

/**
 * The title of a report, in one paragraph or in a few.
 *
 * @param agency named in it; may be empty
 * @param year named in it
 * @param first index of its first passage
 * @param end index of the passage behind it
 */
record TitleText(String agency, int year, int first, int end) {
    private static final double LIKELY = 0.7;

    /** In passages: agency, year and name stand in a line each. */
    private static final int LINES = 4;

    private static final String DIGITS = "(?<year>[12][0-9]{3}|[一二][〇○零一二三四五六七八九]{3})";

    private static final Pattern YEAR =
            Pattern.compile("(?:关于)?(?<agency>.{0,60}?)(?:关于)?" + DIGITS + "年度?(?<name>.{4,60})");

    /** The year in brackets behind the name. */
    private static final Pattern YEAR_BEHIND = Pattern.compile("(?<agency>)(?<name>.{4,60})[(（]" + DIGITS + "年度?[)）]");

    /** The first title of the form's name among passages. */
    static Optional<TitleText> of(Form form, List<DocumentPart> passages) {
        return of(form, passages, 1).or(() -> of(form, passages, LINES));
    }

    /** @param lines the most passages that it may be in */
    private static Optional<TitleText> of(Form form, List<DocumentPart> passages, int lines) {
        String name = LabelText.plain(form.name());
        for (int i = 0; i < passages.size(); i++) {
            StringBuilder text = new StringBuilder();
            for (int j = i; j < Math.min(passages.size(), i + lines); j++) {
                if (!(passages.get(j) instanceof TextPart paragraph)
                        || paragraph.text().contains("。")) {
                    break;
                }
                text.append(paragraph.text());
                for (Pattern pattern : List.of(YEAR, YEAR_BEHIND)) {
                    Matcher title = pattern.matcher(text);
                    if (title.matches()
                            && (lines > 1 || !title.group("agency").isBlank())
                            && LabelText.likeness(LabelText.plain(title.group("name")), name) >= LIKELY) {
                        return Optional.of(
                                new TitleText(title.group("agency").strip(), year(title.group("year")), i, j + 1));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static int year(String digits) {
        return Numeral.value(digits.replace('○', '〇')).map(BigDecimal::intValue).orElse(0);
    }
}
