package org.nianbao.check.prose;

import java.util.Optional;
import org.nianbao.expression.ExpressionSearch;
import org.nianbao.form.ProseRules;

/** Finds the figure of the tables that some words name. */
final class NamedFigures {
    private NamedFigures() {}

    /** The figure that is named last before an offset, with nothing else between. */
    static Optional<ProseRules.NamedFigure> before(
            Paragraph paragraph, ProseRules.GrowthRule rule, int anchor, int from) {
        String words = paragraph.tokens().words();
        int begin = Math.max(from, 0);
        Optional<ProseRules.NamedFigure> named = Optional.empty();
        int start = -1;
        int end = -1;
        for (ProseRules.NamedFigure figure : rule.figures()) {
            ExpressionSearch name = paragraph.search(figure.name(), words, begin, anchor);
            while (name.find()) {
                if (name.end() > end || (name.end() == end && name.start() < start)) {
                    named = Optional.of(figure);
                    start = name.start();
                    end = name.end();
                }
            }
        }
        int behind = end;
        return named.filter(figure ->
                paragraph.search(rule.between(), words, behind, anchor).lookingAt());
    }
}
